using System.Buffers;

namespace Judges.Format.Language;

/// <summary>Counts the words of a text that are in the target language and those that are not: the script first, then whole sentences.</summary>
internal sealed class LanguageMeter(KnownLanguage target, string? prompt)
{
    private const double LeastWords = 8;
    private const double MostMasked = 0.85;
    private const int SegmentLetters = 25;
    private const double Margin = 2;
    private const int MostSpans = 20;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?。！？\n؟।;:");

    private readonly HashSet<string> _quoted = prompt is null
        ? []
        : [.. LanguageUnit.Of(prompt).Select(unit => prompt.Substring(unit.Start, unit.Length))];

    public LanguageReport Measure(string text)
    {
        var kept = NeutralSpans.Blanked(text);
        var units = LanguageUnit.Of(kept);
        var foreign = new bool[units.Count];
        var neutral = new bool[units.Count];
        for (var at = 0; at < units.Count; at++)
        {
            neutral[at] = IsNeutral(kept, units[at]);
            foreign[at] = !target.Writes(units[at].Script);
        }
        MarkSegments(kept, units, foreign);
        return Report(text, kept, units, foreign, neutral);
    }

    // Names and quotations, single letters as in formulas, identifiers, short acronyms.
    private bool IsNeutral(string text, LanguageUnit unit)
    {
        var word = text.AsSpan(unit.Start, unit.Length);
        if (_quoted.Count > 0 && !target.Writes(unit.Script) && _quoted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return true;
        if (unit.Script is not (Script.Latin or Script.Greek))
            return false;
        if (unit.Length == 1 && !target.Writes(unit.Script))
            return true;
        var joined = (unit.Start > 0 && text[unit.Start - 1] is '_' or (>= '0' and <= '9'))
            || (unit.Start + unit.Length < text.Length && text[unit.Start + unit.Length] is '_' or (>= '0' and <= '9'));
        return joined || (unit.Length is > 1 and <= 6 && !word.ContainsAnyExceptInRange('A', 'Z'));
    }

    // Only the languages of one script need telling apart; a sentence too short to tell joins the next one.
    private void MarkSegments(string text, List<LanguageUnit> units, bool[] foreign)
    {
        if (LanguageDetector.Of(target.Script) is not { Languages.Count: > 1 } detector)
            return;
        for (var first = 0; first < units.Count;)
        {
            var (letters, last) = (0, first);
            for (; last < units.Count; last++)
            {
                if (last > first && letters >= SegmentLetters && Ends(text, units[last - 1], units[last]))
                    break;
                letters += units[last].Script == target.Script ? units[last].Length : 0;
            }
            var start = units[first].Start;
            var segment = text[start..(units[last - 1].Start + units[last - 1].Length)];
            if (letters >= SegmentLetters && LanguageGuess.Among(detector, segment, target.Code) is var guess
                && guess.Code != target.Code && guess.Margin >= Margin)
                foreign.AsSpan(first, last - first).Fill(true);
            first = last;
        }
    }

    private static bool Ends(string text, LanguageUnit before, LanguageUnit after) =>
        text.AsSpan(before.Start + before.Length, after.Start - before.Start - before.Length).ContainsAny(SentenceEnds);

    private LanguageReport Report(string text, string kept, List<LanguageUnit> units, bool[] foreign, bool[] neutral)
    {
        var (own, other, run, longest, runs) = (0.0, 0.0, 0.0, 0.0, 0);
        var spans = new List<BlockSpan>();
        var inside = false;
        for (var at = 0; at < units.Count; at++)
        {
            if (neutral[at])
                continue;
            if (!foreign[at])
            {
                own += units[at].Weight;
                (inside, run) = (false, 0);
                continue;
            }
            other += units[at].Weight;
            run += units[at].Weight;
            longest = Math.Max(longest, run);
            runs += inside ? 0 : 1;
            if (!inside && spans.Count < MostSpans)
                spans.Add(new(units[at].Start, units[at].Length));
            else if (inside && runs <= MostSpans)
                spans[^1] = new(spans[^1].Start, units[at].Start + units[at].Length - spans[^1].Start);
            inside = true;
        }
        var insufficient = own + other < LeastWords || Solid(kept) < (1 - MostMasked) * Solid(text);
        return new()
        {
            Target = target.Code,
            Insufficient = insufficient,
            Ratio = insufficient ? null : own / (own + other),
            TargetWords = own,
            ForeignWords = other,
            ForeignRuns = runs,
            LongestForeignRun = longest,
            Spans = spans,
        };
    }

    private static int Solid(string text) => text.Length - text.Count(char.IsWhiteSpace);
}
