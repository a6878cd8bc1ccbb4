using System.Globalization;
using Spectre.Console;

namespace Judges.Standalone.Evaluation;

/// <summary>The numbers for a terminal.</summary>
internal static class EvalTable
{
    public static void Write(Evaluation evaluation, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("measure").AddColumn(new TableColumn("value").RightAligned())
            .AddColumn(new TableColumn("95 % interval").RightAligned()).AddColumn(new TableColumn("problems").RightAligned());
        Row("accuracy", evaluation.Accuracy.Mean, evaluation.Accuracy.Low, evaluation.Accuracy.High, evaluation.Accuracy.Problems);
        Row("mean reward", evaluation.Reward.Mean, evaluation.Reward.Low, evaluation.Reward.High, evaluation.Reward.Problems);
        foreach (var pass in evaluation.PassAtK)
            Row($"pass@{pass.K}", pass.Mean, pass.Low, pass.High, pass.Problems);
        foreach (var maj in evaluation.MajAtK)
            Row($"maj@{maj.K}", maj.Mean, maj.Low, maj.High, maj.Problems);
        console.Write(table);
        console.WriteLine(Counts(evaluation));
        console.WriteLine(string.Join(", ", evaluation.Outcomes.Select(static o => $"{o.Value} {o.Key}")));

        void Row(string name, double mean, double low, double high, int problems) => table.AddRow(
            name, problems == 0 ? "-" : Percent(mean), problems == 0 ? "-" : $"{Percent(low)} to {Percent(high)}", problems.ToString(CultureInfo.InvariantCulture));
    }

    public static string Counts(Evaluation evaluation) => string.Create(CultureInfo.InvariantCulture,
        $"{evaluation.Problems} problems, {evaluation.Samples} judged samples, {evaluation.JudgeErrors} left out (judgeError), {evaluation.UnreadableLines} unreadable lines, {evaluation.Seconds:0.0} s");

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
