using System.Collections.Frozen;
using System.Runtime.Intrinsics;

namespace Judges.Format.Language;

/// <summary>The languages that are told from each other: what all others start from is too low to win.</summary>
internal readonly record struct LaneMask(Vector256<short> Lower, Vector256<short> Upper)
{
    // Below every sum of weights, yet far enough from the smallest number that adding to it does not wrap.
    private const short Excluded = -15_000;

    private static readonly FrozenDictionary<Script, LaneMask> s_scripts = KnownLanguages.Lanes
        .GroupBy(static language => language.Script)
        .ToFrozenDictionary(static family => family.Key, static family => Of([.. family.Select(static language => language.Lane!.Value)]));

    /// <summary>The languages of a script, or null where there is at most one.</summary>
    public static LaneMask? Of(Script script) => s_scripts.TryGetValue(script, out var mask) ? mask : null;

    private static LaneMask Of(HashSet<int> lanes)
    {
        var starts = Enumerable.Range(0, LanguageTable.Lanes).Select(lane => lanes.Contains(lane) ? (short)0 : Excluded).ToArray();
        return new(Vector256.Create(starts), Vector256.Create(starts, 16));
    }
}
