using System.Text.Json.Nodes;
using Judges.Format.Language;

namespace Judges.Format.Conformance;

/// <summary>
/// Real completions that should be in a language: those that are in another are told from those that are in it. Which are which is not in the data;
/// <c>language_confusion.labels</c> says it, a letter for each line: R right, W wrong, M mixed, in part or too short to say.
/// </summary>
internal sealed class LanguageConfusionGoal : IConformanceGoal
{
    private const double Least = 0.97;
    private const double Threshold = 0.9;

    public string Name => "language confusion";

    public ConformanceResult Measure(string folder)
    {
        var rows = File.ReadLines(Path.Combine(folder, "language_confusion.jsonl")).Select(static line => JsonNode.Parse(line)!);
        var (told, insufficient, lines) = (0, 0, new List<string>());
        foreach (var (row, label) in rows.Zip(Labels()).Where(static pair => pair.Second is not 'M'))
        {
            var target = row["expected_language"]!.ToString();
            var report = new LanguageMeter(KnownLanguages.All[target]).Measure(row["completion"]!.ToString());
            insufficient += report.Insufficient ? 1 : 0;
            if (report.Ratio is { } ratio && (ratio >= Threshold) == label is 'R')
                told++;
            else
                lines.Add($"{row["model"]} {row["task"]} {target} is {label}, we say {(report.Ratio is { } said ? $"{said:F3}" : "insufficient")}");
        }
        var share = told / (double)(told + lines.Count);
        return new(share >= Least, $"{share:P2} of {told + lines.Count} right and wrong ones told by ratio {Threshold} (goal {Least:P0}; {insufficient} too short to tell count as not told)", lines);
    }

    private static char[] Labels()
    {
        using var stream = typeof(LanguageConfusionGoal).Assembly.GetManifestResourceStream("language_confusion.labels")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Where(char.IsAsciiLetterUpper)];
    }
}
