namespace Judges.Format;

/// <summary>How often one tag stands in a response, and where.</summary>
internal sealed class TagTally
{
    public int Opens { get; private set; }

    public int Closes { get; private set; }

    public TagEvent FirstOpen { get; private set; }

    public TagEvent FirstClose { get; private set; }

    public TagEvent LastClose { get; private set; }

    /// <summary>The offset of the second opening tag.</summary>
    public int? SurplusOpen { get; private set; }

    /// <summary>The offset of the second closing tag.</summary>
    public int? SurplusClose { get; private set; }

    /// <summary>Exactly one opening tag and after it exactly one closing tag.</summary>
    public bool Once => Opens == 1 && Closes == 1 && FirstOpen.End <= FirstClose.Start;

    /// <summary>The first opening and the first and last closing tags that there are.</summary>
    public IEnumerable<TagEvent> Edges
    {
        get
        {
            if (Opens > 0)
                yield return FirstOpen;
            if (Closes > 0)
                yield return FirstClose;
            if (Closes > 1)
                yield return LastClose;
        }
    }

    public void Add(TagEvent found)
    {
        if (found.Closing)
        {
            if (Closes++ == 0)
                FirstClose = found;
            else
                SurplusClose ??= found.Start;
            LastClose = found;
        }
        else if (Opens++ == 0)
        {
            FirstOpen = found;
        }
        else
        {
            SurplusOpen ??= found.Start;
        }
    }
}
