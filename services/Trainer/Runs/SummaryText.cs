using System.Globalization;

namespace Judges.Training.Runs;

/// <summary>The end of a run in plain lines.</summary>
internal static class SummaryText
{
    public static string Evaluation(string policy, EvaluationRecord record) => string.Create(CultureInfo.InvariantCulture,
        $"held out, greedy, {policy}: {string.Join(", ", record.Accuracy.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:P1} of {record.Problems[pair.Key]}")))}, format {record.FormatAccepted:P1}{(record.JudgeErrors > 0 ? $" ({record.JudgeErrors} could not be judged)" : "")}");

    public static IEnumerable<string> Lines(RunSummary run, RunDirectory directory)
    {
        yield return "";
        foreach (var line in Samples("before", run.SamplesBefore).Concat(Samples("after", run.SamplesAfter)))
            yield return line;
        yield return "";
        yield return Evaluation("untrained", run.Before);
        yield return Evaluation("trained  ", run.After);
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{run.Steps} steps, {run.Rollouts:N0} rollouts, {run.Verdicts:N0} verdicts ({run.RepeatedVerdicts:N0} repeated deliveries ignored), {run.JudgeErrors:N0} rollouts dropped as judgeError, {run.Seconds:F0} s");
        yield return $"report      {directory.Report}";
        yield return $"metrics     {directory.Metrics}";
        yield return $"checkpoint  {directory.Checkpoint}   (continue: ./judges train --resume {directory.Path} --steps {run.Steps + 100})";
    }

    private static IEnumerable<string> Samples(string when, IReadOnlyList<SampleRecord> samples)
    {
        yield return $"rollouts {when} training";
        foreach (var sample in samples)
        {
            var outcomes = string.Join(' ', sample.Outcomes.Select(static pair => $"{pair.Key}={pair.Value}"));
            yield return $"  {Shown(sample.Prompt)} → {Shown(sample.Response)}   [{outcomes}]";
        }
    }

    private static string Shown(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);
}
