using Judges.Format.Language;

namespace Judges.LanguageTables.Learning;

/// <summary>How often each language's text has each word.</summary>
internal sealed class Vocabulary
{
    private readonly SortedDictionary<(string Word, int Lane), int> _counts =
        new(Comparer<(string Word, int Lane)>.Create(static (one, other) =>
            string.CompareOrdinal(one.Word, other.Word) is not 0 and var order ? order : one.Lane - other.Lane));

    public void Add(string text, KnownLanguage language)
    {
        Span<char> folded = stackalloc char[WordText.Room];
        var units = new UnitReader(text);
        while (units.TryNext(out var unit))
        {
            if (unit.Script != language.Script)
                continue;
            var word = (WordText.Fold(text.AsSpan(unit.Start, unit.Length), folded).ToString(), language.Lane!.Value);
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>
    /// A word that is used often weighs more, by the root of its count; a language weighs the same whatever the size of its text, but one that is
    /// only there as a neighbour less, so that what both write is the main language's.
    /// </summary>
    public IReadOnlyList<Sample> Samples()
    {
        const float perLanguage = 30_000;
        var totals = new float[LanguageTable.Lanes];
        foreach (var ((_, lane), count) in _counts)
            totals[lane] += MathF.Sqrt(count);
        return
        [
            .. _counts.Select(entry => new Sample(
                entry.Key.Word, entry.Key.Lane, MathF.Sqrt(entry.Value) * Share(entry.Key.Lane) * perLanguage / totals[entry.Key.Lane])),
        ];
    }

    private static float Share(int lane) =>
        KnownLanguages.Lanes[lane].Code is "da" or "no" or "sk" or "ms" or "ca" or "gl" or "ro" or "hu" or "bg" or "ur" or "mr" ? 0.7f : 1;
}

/// <summary>A word between its two ends, the lane of a language that has it, and how much it matters.</summary>
internal readonly record struct Sample(string Word, int Lane, float Weight);
