using System.Text.Json.Nodes;
using Judges.Format.Language;

namespace Judges.Format.Conformance;

/// <summary>Real traces: none in one language has less than 0.97, and none with a foreign passage has 1.</summary>
internal sealed class LanguageTracesGoal : IConformanceGoal
{
    private const double Least = 0.97;

    public string Name => "language of traces";

    public ConformanceResult Measure(string folder)
    {
        var (clean, mixed, left, wrong) = (0, 0, 0, new List<string>());
        foreach (var row in File.ReadLines(Path.Combine(folder, "traces.jsonl")).Select(static line => JsonNode.Parse(line)!))
        {
            // These have the language of the page that they stood on; several are in another.
            if (row["note"]?.ToString().StartsWith("documentation sample", StringComparison.Ordinal) ?? false)
            {
                left++;
                continue;
            }
            var target = row["prompt_language"]!.ToString();
            var report = new LanguageMeter(KnownLanguages.All[target]).Measure(row["text"]!.ToString());
            var foreign = row["note"]?.ToString().StartsWith("contains non-Latin", StringComparison.Ordinal) ?? false;
            (clean, mixed) = foreign ? (clean, mixed + 1) : (clean + 1, mixed);
            if (foreign ? report.Ratio == 1 : report.Ratio < Least)
                wrong.Add($"{row["id"]} ({target}{(foreign ? ", mixed" : "")}) {report.Ratio:F4}");
        }
        return new(wrong.Count == 0, $"{clean} in one language, {mixed} with a foreign passage, {wrong.Count} of them told wrongly; {left} samples of documentation left out", wrong);
    }
}
