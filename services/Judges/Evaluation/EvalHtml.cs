using System.Globalization;
using System.Net;
using System.Text;

namespace Judges.Standalone.Evaluation;

/// <summary>The report: one HTML file that needs nothing else.</summary>
internal static class EvalHtml
{
    /// <summary>A browser lays out so many rows without delay; the JSON has them all.</summary>
    private const int MostRows = 5000;

    private const string Head = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <style>
        body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
        table{border-collapse:collapse;margin:1rem 0}td,th{padding:.25rem .75rem;border-bottom:1px solid #d8dee4;text-align:left}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{display:block}.bar{fill:#2f6feb}.ci{stroke:#1b1f24;stroke-width:1.5}
        .rail{fill:#eaeef2}.muted{color:#59636e}
        @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}td,th{border-color:#30363d}.rail{fill:#21262d}.ci{stroke:#e6edf3}.muted{color:#9198a1}}
        </style>
        """;

    public static string Write(string dataset, Evaluation evaluation)
    {
        var html = new StringBuilder(Head);
        var name = Escape(Path.GetFileName(dataset));
        html.Append(CultureInfo.InvariantCulture, $"<title>Evaluation of {name}</title><h1>Evaluation of {name}</h1><p>{Escape(EvalTable.Counts(evaluation))}</p>");
        html.Append("<table><tr><th>measure<th class=n>value<th>95 % interval<th><th class=n>problems</tr>");
        Measure(html, "accuracy", evaluation.Accuracy);
        Measure(html, "mean reward", evaluation.Reward);
        foreach (var pass in evaluation.PassAtK)
            Measure(html, $"pass@{pass.K}", new(pass.Mean, pass.Low, pass.High, pass.Problems));
        foreach (var maj in evaluation.MajAtK)
            Measure(html, $"maj@{maj.K}", new(maj.Mean, maj.Low, maj.High, maj.Problems));
        html.Append("</table><p class=muted>Means over problems; Wilson score intervals with the problem as the unit. pass@k is the unbiased estimate 1 − C(n−c, k)/C(n, k); "
            + "maj@k is the chance that the majority of k samples is right, ties shared. Samples with judgeError are in none of these numbers.</p>");
        Outcomes(html, evaluation);
        Problems(html, evaluation);
        return html.Append("</html>\n").ToString();
    }

    private static void Measure(StringBuilder html, string name, Measure measure)
    {
        if (measure.Problems == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}<td class=n>-<td>no problem has so many samples<td><td class=n>0</tr>");
            return;
        }
        html.Append(CultureInfo.InvariantCulture,
            $"""
            <tr><td>{name}<td class=n>{EvalTable.Percent(measure.Mean)}<td>{EvalTable.Percent(measure.Low)} to {EvalTable.Percent(measure.High)}
            <td><svg width="240" height="14"><rect class="rail" width="240" height="14"/><rect class="bar" width="{240 * measure.Mean:0.0}" height="14"/><line class="ci" x1="{240 * measure.Low:0.0}" x2="{240 * measure.High:0.0}" y1="7" y2="7"/></svg>
            <td class=n>{measure.Problems}</tr>
            """);
    }

    private static void Outcomes(StringBuilder html, Evaluation evaluation)
    {
        html.Append("<h2>Outcomes</h2><table><tr><th>outcome<th class=n>samples</tr>");
        foreach (var (outcome, count) in evaluation.Outcomes)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{outcome}<td class=n>{count}</tr>");
        html.Append("</table>");
    }

    private static void Problems(StringBuilder html, Evaluation evaluation)
    {
        html.Append("<h2>Problems</h2><table><tr><th>problem<th>judge<th class=n>passed<th class=n>samples<th class=n>left out<th class=n>mean reward<th>majority answer</tr>");
        foreach (var problem in evaluation.PerProblem.Take(MostRows))
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Escape(problem.Problem)}<td>{problem.Judge}<td class=n>{problem.Passed}<td class=n>{problem.Samples}<td class=n>{problem.JudgeErrors}<td class=n>{problem.MeanReward:0.000}<td>{Escape(problem.MajorityAnswer ?? "")}</tr>\n");
        }
        html.Append("</table>");
        if (evaluation.PerProblem.Count > MostRows)
            html.Append(CultureInfo.InvariantCulture, $"<p class=muted>{evaluation.PerProblem.Count - MostRows} more problems are in the JSON (--json).</p>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
