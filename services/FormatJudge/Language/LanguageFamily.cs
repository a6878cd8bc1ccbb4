using System.Collections.Frozen;
using System.Runtime.Intrinsics;

namespace Judges.Format.Language;

/// <summary>The languages of one script, where there are several: words tell them from each other.</summary>
internal sealed class LanguageFamily
{
    // What the others start from. Below every sum of weights, yet far enough from the smallest number that adding to it does not wrap.
    private const short Excluded = -15_000;

    private static readonly FrozenDictionary<Script, LanguageFamily> s_scripts = KnownLanguages.Lanes
        .GroupBy(static language => language.Script)
        .ToFrozenDictionary(static family => family.Key, static family => new LanguageFamily([.. family.Select(static language => language.Lane!.Value)]));

    private readonly LaneScores _starts;
    private readonly WordMemory _known = new();

    private LanguageFamily(HashSet<int> lanes)
    {
        var starts = Enumerable.Range(0, LanguageTable.Lanes).Select(lane => lanes.Contains(lane) ? (short)0 : Excluded).ToArray();
        _starts = new(Vector256.Create(starts), Vector256.Create(starts, Vector256<short>.Count));
    }

    /// <summary>The languages of a script, or null where there is at most one.</summary>
    public static LanguageFamily? Of(Script script) => s_scripts.GetValueOrDefault(script);

    /// <summary>What a word says: see <see cref="LanguageTable.Weigh"/>. Most words of a text were looked up before.</summary>
    public LaneScores Weigh(ReadOnlySpan<char> word)
    {
        if (word.Length > WordMemory.LongestWord)
            return LookUp(word);
        var key = WordMemory.Key(word);
        if (!_known.TryGet(key, out var said))
            _known.Add(key, said = LookUp(word));
        return said;
    }

    /// <summary>The same, always from the table.</summary>
    internal LaneScores LookUp(ReadOnlySpan<char> word) => LanguageTable.Shared.Weigh(word, _starts);
}
