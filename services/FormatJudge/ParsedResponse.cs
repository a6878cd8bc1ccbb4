namespace Judges.Format;

/// <summary>A response with the tags of a template found in it.</summary>
internal sealed class ParsedResponse
{
    /// <summary>How many near misses are kept: the first ones explain the rest.</summary>
    public const int MaxNearMisses = 8;

    private readonly Dictionary<string, TagTally> _tallies;
    private readonly List<TagEvent> _nearMisses = [];

    private ParsedResponse(string text, FormatTemplate template)
    {
        Text = text;
        Template = template;
        _tallies = template.Tags.ToDictionary(static tag => tag, static _ => new TagTally(), StringComparer.Ordinal);
    }

    public string Text { get; }

    public FormatTemplate Template { get; }

    public IReadOnlyList<TagEvent> NearMisses => _nearMisses;

    /// <summary>The offset of the first character that is not white space; the text's length when there is none.</summary>
    public int Beginning => Text.Length - Text.AsSpan().TrimStart().Length;

    public static ParsedResponse Parse(string text, FormatTemplate template)
    {
        var response = new ParsedResponse(text, template);
        var scanner = new TagScanner(text, template.Tags);
        while (scanner.TryNext(out var found))
        {
            if (found.Slip is null)
                response._tallies[found.Tag].Add(found);
            else if (response._nearMisses.Count < MaxNearMisses)
                response._nearMisses.Add(found);
        }
        return response;
    }

    public TagTally this[string tag] => _tallies[tag];

    /// <summary>Where the block's content stands, or null when its tags do not stand there exactly once.</summary>
    public BlockSpan? Find(Block block)
    {
        if (block.Tag is { } tag)
        {
            return _tallies[tag] is { Once: true } tally
                ? new(tally.FirstOpen.End, tally.FirstClose.Start - tally.FirstOpen.End)
                : null;
        }
        var last = _tallies[Template.Tags[^1]];
        return last.Once ? new(last.FirstClose.End, Text.Length - last.FirstClose.End) : null;
    }

    /// <summary>The first tag in a piece of the response that is not <paramref name="own"/>, or null when there is none.</summary>
    public TagEvent? ForeignTagIn(BlockSpan span, string? own)
    {
        TagEvent? first = null;
        foreach (var (tag, tally) in _tallies)
        {
            if (tag == own)
                continue;
            foreach (var found in tally.Edges)
            {
                if (found.Start >= span.Start && found.End <= span.Start + span.Length && (first is not { } earlier || found.Start < earlier.Start))
                    first = found;
            }
        }
        return first;
    }

    public ReadOnlySpan<char> this[BlockSpan span] => Text.AsSpan(span.Start, span.Length);
}

/// <summary>A piece of the response, in UTF-16 units.</summary>
internal sealed record BlockSpan(int Start, int Length);
