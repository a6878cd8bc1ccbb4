namespace MathJudge.Tests.Reports;

/// <summary>The committed report, disagreements.md.</summary>
internal static class DisagreementReport
{
    private const int LongestCell = 160;

    public static void Write(string folder, TextWriter output)
    {
        output.Write("# Where the math judge and recorded labels disagree\n\nWritten by `./judges bench math --reports`; the adjudications are in adjudications.jsonl. Right is who is right: the judge, the label,\nor nobody, where a convention decides that the row does not state.\n");
        foreach (var (name, judge) in Disagreement.Sets)
        {
            var rows = judge(folder).ToList();
            var found = rows.Select(static row => row.Found).OfType<Disagreement>().ToList();
            output.Write($"\n## {char.ToUpperInvariant(name[0])}{name[1..]}\n\n{found.Count} of {rows.Sum(static row => row.Judged)} disagree.\n");
            if (found.Count == 0)
                continue;
            output.Write("\n| row | gold | answer | label | judge | right | because |\n|---|---|---|---|---|---|---|\n");
            foreach (var row in found)
            {
                var adjudication = Adjudication.Of(row);
                output.Write($"| {row.Source} {row.Id} | {Cell(row.Gold)} | {Cell(row.Answer)} | {(row.Label ? "right" : "wrong")} | {row.Found} | {adjudication?.Right ?? "?"} | {adjudication?.Reason ?? "not adjudicated"} |\n");
            }
        }
    }

    private static string Cell(string text)
    {
        text = text.Length <= LongestCell ? text : "…" + text[^LongestCell..];
        return "`" + text.Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '\'') + "`";
    }
}
