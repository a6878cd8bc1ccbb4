using System.Collections.Frozen;

namespace Judges.Format.Language;

/// <summary>The languages that can be asked for. The order is the order of the table's lanes: another one means learning it anew.</summary>
internal static class KnownLanguages
{
    private static readonly (Script[] Scripts, string Codes)[] s_families =
    [
        ([Script.Latin], "en de fr es pt it nl sv da no pl cs sk tr vi id ms ca gl ro hu"),
        ([Script.Cyrillic], "ru uk bg"),
        ([Script.Arabic], "ar fa ur"),
        ([Script.Devanagari], "hi mr"),
        ([Script.Han], "zh"),
        ([Script.Kana, Script.Han], "ja"),
        ([Script.Hangul], "ko"),
        ([Script.Thai], "th"),
        ([Script.Hebrew], "he"),
        ([Script.Greek], "el"),
        ([Script.Bengali], "bn"),
        ([Script.Tamil], "ta"),
    ];

    public static IReadOnlyList<KnownLanguage> InOrder { get; } = [.. Read()];

    public static FrozenDictionary<string, KnownLanguage> All { get; } =
        InOrder.ToFrozenDictionary(static language => language.Code, StringComparer.Ordinal);

    /// <summary>The languages that a lane stands for, in the lanes' order.</summary>
    public static IReadOnlyList<KnownLanguage> Lanes { get; } = [.. InOrder.Where(static language => language.Lane is not null)];

    /// <summary>Their codes, as the table names them.</summary>
    public static string LaneCodes { get; } = string.Join(' ', Lanes.Select(static language => language.Code));

    private static IEnumerable<KnownLanguage> Read()
    {
        var lane = 0;
        foreach (var (scripts, codes) in s_families)
        {
            var family = codes.Split(' ');
            foreach (var code in family)
                yield return new(code, scripts, family.Length > 1 ? lane++ : null);
        }
    }
}
