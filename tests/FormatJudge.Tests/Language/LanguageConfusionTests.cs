using System.Text.Json.Nodes;
using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

/// <summary>Real completions that were asked for in a language; the models differ widely in whether they complied.</summary>
public class LanguageConfusionTests(ITestOutputHelper output)
{
    [Fact]
    public void Models_that_comply_are_told_from_models_that_do_not()
    {
        var shares = File.ReadLines(SharedData.Language("language_confusion.jsonl")).Select(line => JsonNode.Parse(line)!)
            .Select(row => (
                Key: $"{row["task"]} {row["model"]}",
                Report: new LanguageMeter(KnownLanguages.All[row["expected_language"]!.ToString()], null).Measure(row["completion"]!.ToString())))
            .Where(sample => !sample.Report.Insufficient)
            .GroupBy(sample => sample.Key)
            .ToDictionary(group => group.Key, group => group.Average(sample => sample.Report.Ratio >= 0.9 ? 1.0 : 0));
        foreach (var (key, share) in shares.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{key}: {share:P1} at 0.9 or above");

        Assert.True(shares["monolingual gpt-3.5-turbo"] > shares["monolingual llama-2-instruct"] + 0.25);
        Assert.True(shares["crosslingual gpt-3.5-turbo"] > shares["crosslingual command-r-base"] + 0.5);
    }
}
