using Judges.Format.Templates;

namespace Judges.Format;

/// <summary>
/// All tags of a response in the order of the text, paired: an opening tag and the closing one of the same name that comes next make a block,
/// any other tag is a stray. What exceeds the most that a template can allow is only counted.
/// </summary>
internal sealed class TagSequence(FormatTemplate template)
{
    private const int MostEvents = 4 * TemplateRules.MostOccurrences;

    private readonly List<TagEvent> _events = [];
    private List<Occurrence>? _occurrences;
    private List<TagEvent>? _strays;

    /// <summary>Whether there were more tags than any template allows.</summary>
    public bool Overflows { get; private set; }

    public IReadOnlyList<Occurrence> Occurrences
    {
        get
        {
            Pair();
            return _occurrences!;
        }
    }

    public void Add(TagEvent found)
    {
        if (_events.Count < MostEvents)
            _events.Add(found);
        else
            Overflows = true;
    }

    public IEnumerable<TagEvent> Of(string tag) => _events.Where(found => found.Tag == tag);

    public IEnumerable<Occurrence> Of(Block block) => Occurrences.Where(occurrence => occurrence.Block == block);

    /// <summary>The first tag of this name that is no part of a block.</summary>
    public TagEvent? Stray(string tag)
    {
        Pair();
        foreach (var stray in _strays!)
        {
            if (stray.Tag == tag)
                return stray;
        }
        return null;
    }

    private void Pair()
    {
        if (_occurrences is not null)
            return;
        (_occurrences, _strays) = ([], []);
        var blocks = template.Blocks.Where(static block => block.Tag is not null).ToDictionary(static block => block.Tag!, StringComparer.Ordinal);
        for (var at = 0; at < _events.Count; at++)
        {
            var opening = _events[at];
            if (!opening.Closing && at + 1 < _events.Count && _events[at + 1] is { Closing: true } closing && closing.Tag == opening.Tag
                && blocks.TryGetValue(opening.Tag, out var block))
            {
                _occurrences.Add(new(block, opening.Start, closing.End, new(opening.End, closing.Start - opening.End)));
                at++;
            }
            else
            {
                _strays.Add(opening);
            }
        }
    }
}

/// <summary>A block in the response, with and without its tags.</summary>
internal sealed record Occurrence(Block Block, int Start, int End, BlockSpan Content);
