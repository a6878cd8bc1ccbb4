using System.Collections.Frozen;

namespace Judges.Format.Language;

/// <summary>The languages of the table <c>languages.txt</c>, which is part of this assembly.</summary>
internal static class KnownLanguages
{
    /// <summary>In the table's order: of two that a text speaks for alike, the first is meant.</summary>
    public static IReadOnlyList<KnownLanguage> InOrder { get; } = [.. Read()];

    public static FrozenDictionary<string, KnownLanguage> All { get; } =
        InOrder.ToFrozenDictionary(static language => language.Code, StringComparer.Ordinal);

    private static IEnumerable<KnownLanguage> Read()
    {
        using var stream = typeof(KnownLanguages).Assembly.GetManifestResourceStream("languages.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split('|');
            yield return new(fields[0], Scripts(fields[1]), fields[2], Split(fields[3]), [.. Split(fields[4]).Distinct()]);
        }
    }

    private static string[] Split(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Script[] Scripts(string name) => name switch
    {
        "Latn" => [Script.Latin],
        "Cyrl" => [Script.Cyrillic],
        "Arab" => [Script.Arabic],
        "Deva" => [Script.Devanagari],
        "Hans" => [Script.Han],
        "Jpan" => [Script.Kana, Script.Han],
        "Kore" => [Script.Hangul],
        "Thai" => [Script.Thai],
        "Hebr" => [Script.Hebrew],
        "Grek" => [Script.Greek],
        "Beng" => [Script.Bengali],
        "Taml" => [Script.Tamil],
        _ => throw new InvalidDataException($"languages.txt names an unknown script {name}"),
    };
}
