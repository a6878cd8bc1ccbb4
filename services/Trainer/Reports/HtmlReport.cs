using System.Globalization;
using System.Net;
using System.Text;
using Judges.Training.Runs;

namespace Judges.Training.Reports;

/// <summary>One self-contained page: what the run learned, its curves, and rollouts before and after.</summary>
internal static class HtmlReport
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#8884;--soft:#8882}
        body{font:15px/1.5 system-ui,sans-serif;max-width:980px;margin:2rem auto;padding:0 1rem}
        h1{margin-bottom:0} .sub{opacity:.7;margin-top:.2rem}
        table{border-collapse:collapse;width:100%;margin:1rem 0} th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
        td.number{text-align:right;font-variant-numeric:tabular-nums}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(400px,1fr));gap:1rem} figure{margin:0;padding:.8rem;background:var(--soft);border-radius:8px}
        figcaption{font-weight:600} svg{width:100%;height:auto} svg text{font-size:11px;fill:currentColor;opacity:.75} svg .grid{stroke:var(--line)} polyline{stroke-width:1.6}
        .legend{margin:.2rem 0 0;font-size:13px} code{white-space:pre-wrap;word-break:break-word;font-size:13px} .good{color:#059669} .bad{color:#dc2626}
        """;

    public static string Write(RunSummary run, IReadOnlyList<StepRecord> steps, string recipe)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(run.Run)} · Judges</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(run.Run)}</h1><p class=\"sub\">{run.Parameters:N0} parameters from random initialisation · seed {run.Seed} · {run.Steps} steps · {run.Seconds:F0} s · {run.Rollouts:N0} rollouts · {run.Verdicts:N0} verdicts ({run.RepeatedVerdicts:N0} repeated deliveries ignored, {run.JudgeErrors:N0} rollouts dropped as judgeError)</p>");
        Evaluation(page, run);
        Charts(page, steps);
        Samples(page, "Rollouts before training", run.SamplesBefore);
        Samples(page, "Rollouts after training", run.SamplesAfter);
        page.Append(CultureInfo.InvariantCulture, $"<h2>Recipe</h2><code>{Text(recipe)}</code></body></html>\n");
        return page.ToString();
    }

    private static void Evaluation(StringBuilder page, RunSummary run)
    {
        page.Append("<h2>Held-out problems, greedy decoding</h2><table><tr><th>task</th><th>problems</th><th>untrained</th><th>trained</th></tr>");
        foreach (var (task, accuracy) in run.After.Accuracy)
            Row(task, run.After.Problems.GetValueOrDefault(task), run.Before.Accuracy.GetValueOrDefault(task), accuracy);
        Row("think/answer format", run.After.Problems.Values.Sum(), run.Before.FormatAccepted, run.After.FormatAccepted);
        page.Append("</table>");

        void Row(string name, int problems, double before, double after) => page.Append(CultureInfo.InvariantCulture,
            $"<tr><td>{Text(name)}</td><td class=\"number\">{problems}</td><td class=\"number\">{before:P1}</td><td class=\"number\"><b>{after:P1}</b></td></tr>");
    }

    private static void Charts(StringBuilder page, IReadOnlyList<StepRecord> steps)
    {
        if (steps.Count == 0)
            return;
        page.Append("<h2>Curves</h2><div class=\"charts\">");
        page.Append(SvgChart.Draw("Reward by judge", ByName(steps, static step => step.RewardByJudge), 0, 1));
        page.Append(SvgChart.Draw("Share solved while sampling", ByName(steps, static step => step.Accuracy), 0, 1));
        page.Append(SvgChart.Draw("Total reward", [Line("reward", steps, static step => step.Reward)], 0));
        page.Append(SvgChart.Draw("Completion length, tokens", [Line("mean", steps, static step => step.Length)], 0));
        page.Append(SvgChart.Draw("Entropy, nats per token", [Line("entropy", steps, static step => step.Entropy)], 0));
        page.Append(SvgChart.Draw("Expert load, busiest over mean", [Line("max/mean", steps, static step => step.ExpertLoad)], 1));
        page.Append(SvgChart.Draw("Seconds of a step", [
            Line("generate", steps, static step => step.Seconds.Generate),
            Line("wait for judges", steps, static step => step.Seconds.Judge),
            Line("update", steps, static step => step.Seconds.Update)], 0));
        page.Append(SvgChart.Draw("Gradient norm", [Line("norm", steps, static step => step.GradNorm)], 0));
        page.Append("</div>");
    }

    private static void Samples(StringBuilder page, string title, IReadOnlyList<SampleRecord> samples)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2><table><tr><th>prompt</th><th>response</th><th>right answer</th><th>verdicts</th></tr>");
        foreach (var sample in samples)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><code>{Text(sample.Prompt)}</code></td><td><code>{Text(sample.Response)}</code></td><td><code>{Text(sample.GroundTruth)}</code></td><td>");
            foreach (var (judge, outcome) in sample.Outcomes)
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"{(outcome == "accepted" ? "good" : "bad")}\">{Text(judge)}: {Text(outcome)}</span><br>");
            page.Append("</td></tr>");
        }
        page.Append("</table>");
    }

    private static List<Series> ByName(IReadOnlyList<StepRecord> steps, Func<StepRecord, IReadOnlyDictionary<string, double>> values) =>
        [.. steps.SelectMany(step => values(step).Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(name => Line(name, steps, step => values(step).GetValueOrDefault(name, double.NaN)))];

    private static Series Line(string name, IReadOnlyList<StepRecord> steps, Func<StepRecord, double> value) => new(name, [.. steps.Select(value)]);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
