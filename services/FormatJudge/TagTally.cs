namespace Judges.Format;

/// <summary>How often one tag stands in a response, and where.</summary>
internal sealed class TagTally
{
    public int Opens { get; private set; }

    public int Closes { get; private set; }

    public TagEvent FirstOpen { get; private set; }

    public TagEvent FirstClose { get; private set; }

    /// <summary>The offset of the first opening or closing tag that is one too many.</summary>
    public int? Surplus { get; private set; }

    /// <summary>Exactly one opening tag and after it exactly one closing tag.</summary>
    public bool Once => Opens == 1 && Closes == 1 && FirstOpen.End <= FirstClose.Start;

    public void Add(TagEvent found)
    {
        var before = found.Closing ? Closes++ : Opens++;
        if (before > 0)
            Surplus ??= found.Start;
        else if (found.Closing)
            FirstClose = found;
        else
            FirstOpen = found;
    }
}
