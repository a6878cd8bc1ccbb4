namespace Judges.Format.Language;

/// <summary>Counts the words of a text that are in the target language and those that are not: the script first, then whole sentences.</summary>
internal sealed class LanguageMeter
{
    private const double LeastWords = 8;
    private const double MostMasked = 0.85;

    private readonly KnownLanguage _target;
    private readonly WordKinds _kinds;
    private readonly LanguageSegment _segment;

    /// <param name="target">The language that the text should be in.</param>
    /// <param name="prompt">The question, or null: its words of other scripts are neutral.</param>
    /// <param name="allowed">More words that are neutral.</param>
    public LanguageMeter(KnownLanguage target, string? prompt = null, IReadOnlyList<string>? allowed = null)
    {
        _target = target;
        _kinds = new(target, prompt, allowed);
        _segment = new(target);
    }

    public LanguageReport Measure(ReadOnlySpan<char> text)
    {
        var tally = new LanguageTally(_target);
        var reader = new UnitReader(text);
        var quoted = 0;
        while (reader.TryNext(out var unit))
        {
            if (_segment.IsFull || (reader.Ended && _segment.IsLong))
                _segment.Flush(text, tally, last: false);
            var kind = _kinds.Of(text, unit);
            quoted += kind is WordKind.Neutral ? unit.Length : 0;
            _segment.Add(text, unit, kind);
        }
        _segment.Flush(text, tally, last: true);
        var insufficient = tally.Words < LeastWords || reader.Masked + quoted > MostMasked * reader.Solid;
        return tally.Report(insufficient);
    }
}
