using System.Diagnostics;

namespace Judges.Format;

/// <summary>A response with the tags of a template found in it.</summary>
internal sealed class ParsedResponse
{
    /// <summary>How many near misses are kept: the first ones explain the rest.</summary>
    public const int MaxNearMisses = 8;

    private readonly Dictionary<string, TagTally> _tallies;
    private readonly List<TagEvent> _nearMisses = [];
    private readonly TagSequence? _sequence;

    private ParsedResponse(string text, FormatTemplate template)
    {
        Text = text;
        Template = template;
        _tallies = template.Tags.ToDictionary(static tag => tag, static _ => new TagTally(), StringComparer.Ordinal);
        _sequence = template.Repeats ? new(template) : null;
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
            {
                response._tallies[found.Tag].Add(found);
                response._sequence?.Add(found);
            }
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
        if (_sequence is { } sequence)
            return sequence.Occurrences is [.., var end] ? new(end.End, Text.Length - end.End) : null;
        var last = _tallies[Template.Blocks[^2].Tag!];
        return last.Once ? new(last.FirstClose.End, Text.Length - last.FirstClose.End) : null;
    }

    /// <summary>Every piece of the response that is this block: at most one for a block that stands there once.</summary>
    public IEnumerable<BlockSpan> FindAll(Block block) => block.Once
        ? Find(block) is { } span ? [span] : []
        : Sequence.Of(block).Select(static occurrence => occurrence.Content);

    /// <summary>All blocks in the order of the text, in a template whose blocks may come more than once.</summary>
    public TagSequence Sequence => _sequence ?? throw new UnreachableException();

    /// <summary>
    /// The absence of the first block that must be there, or null when it opens somewhere. What may be missing does not count in favour of a
    /// response that has nothing.
    /// </summary>
    public Violation? NothingThere() =>
        Template.Blocks.First(static block => block is { Tag: not null, Min: > 0 }).Tag is var tag && _tallies[tag!].Opens == 0
            ? new(tag + "Missing", Text.Length)
            : null;

    /// <summary>The first tag in a piece of the response that is not <paramref name="own"/>, or null when there is none.</summary>
    public TagEvent? ForeignTagIn(BlockSpan span, string? own)
    {
        TagEvent? first = null;
        foreach (var (tag, tally) in _tallies)
        {
            if (tag == own)
                continue;
            foreach (var found in _sequence?.Of(tag) ?? tally.Edges)
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
