using System.Collections.Frozen;

namespace Judges.Format.Language;

/// <summary>
/// Tells the languages of one script apart. A function word speaks for each language that has it, in parts; an ending in smaller parts; a letter
/// for the languages that write it, and against all others.
/// </summary>
internal sealed class LanguageDetector
{
    private const double WordWeight = 2;
    private const double EndingWeight = 0.5;
    private const double LetterWeight = 1;
    private const double StrangeLetter = -2;

    private static readonly FrozenDictionary<Script, LanguageDetector> ByScript = KnownLanguages.InOrder
        .GroupBy(static language => language.Script)
        .ToFrozenDictionary(static group => group.Key, static group => new LanguageDetector([.. group]));

    private readonly KnownLanguage[] _languages;
    private readonly FrozenDictionary<string, double[]> _words;
    private readonly FrozenDictionary<string, double[]> _endings;
    private readonly FrozenDictionary<char, double[]> _letters;

    private LanguageDetector(KnownLanguage[] languages)
    {
        _languages = languages;
        _words = Shares(language => language.Words, WordWeight, 0);
        _endings = Shares(language => language.Endings, EndingWeight, 0);
        _letters = Shares(language => language.Letters, LetterWeight, StrangeLetter);
    }

    public static LanguageDetector? Of(Script script) => ByScript.GetValueOrDefault(script);

    public IReadOnlyList<KnownLanguage> Languages => _languages;

    /// <summary>Adds what a word, in lower case, says of each language to the scores.</summary>
    public void Weigh(ReadOnlySpan<char> word, Span<double> scores)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var shares))
            Add(shares, scores);
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> beginning = stackalloc char[6];
        for (var length = 1; length <= 5 && length < word.Length; length++)
        {
            if (endings.TryGetValue(word[^length..], out shares))
                Add(shares, scores);
            word[..length].CopyTo(beginning);
            beginning[length] = '-';
            if (endings.TryGetValue(beginning[..(length + 1)], out shares))
                Add(shares, scores);
        }
        foreach (var letter in word)
        {
            if (_letters.TryGetValue(letter, out shares))
                Add(shares, scores);
        }
    }

    private static void Add(double[] shares, Span<double> scores)
    {
        for (var at = 0; at < shares.Length; at++)
            scores[at] += shares[at];
    }

    // What k languages share is worth 1/√k to each, so that what is one language's own weighs most.
    private FrozenDictionary<T, double[]> Shares<T>(Func<KnownLanguage, IEnumerable<T>> marks, double weight, double against) where T : notnull
    {
        var owners = new Dictionary<T, HashSet<int>>();
        for (var at = 0; at < _languages.Length; at++)
        {
            foreach (var mark in marks(_languages[at]))
            {
                if (!owners.TryGetValue(mark, out var having))
                    owners.Add(mark, having = []);
                having.Add(at);
            }
        }
        return owners.ToFrozenDictionary(
            static owner => owner.Key,
            owner => Enumerable.Range(0, _languages.Length)
                .Select(at => owner.Value.Contains(at) ? weight / Math.Sqrt(owner.Value.Count) : against)
                .ToArray());
    }
}
