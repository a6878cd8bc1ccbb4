using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Judges.Standalone.Judging;

namespace Judges.Standalone.Evaluation;

/// <summary><c>./judges eval</c>: a data set of problems with several responses each becomes pass@k, maj@k and accuracy with intervals.</summary>
internal static class EvalCommand
{
    private const string Description = """
        Judge a data set and report pass@k, maj@k and mean accuracy with 95 % intervals.

        DATASET is JSON lines. A line is a request as `./judges judge` takes it, in one of two forms:
          several responses per line   {"id":"p1","judge":"math","answer":"4","responses":["\\boxed{4}","5"]}
          one response per line        {"problem":"p1","judge":"math","answer":"4","response":"\\boxed{4}"}
        Lines of the second form with the same `problem` (or, without it, the same `id`) are samples of one problem.

        Rollouts that we failed to judge (judgeError) are left out of every number and counted. Exits with 2 when a line was no request.
        What the numbers mean: docs/eval.md.

        Examples:
          ./judges eval samples.jsonl
          ./judges eval samples.jsonl --k 1,8,64 --report report.html
          ./judges eval samples.jsonl --json > numbers.json
        """;

    public static Command Create()
    {
        var dataset = new Argument<string>("DATASET") { Description = "The file, or - for standard input" };
        var json = new Option<bool>("--json") { Description = "Write the numbers as JSON to standard output instead of the table" };
        var report = new Option<string?>("--report") { Description = "Where the HTML report goes [default: DATASET's name with .eval.html, in this folder]", HelpName = "FILE" };
        var k = new Option<int[]?>("--k")
        {
            Description = "The k of pass@k and maj@k, with commas [default: powers of two up to the number of samples]",
            HelpName = "K,K,...",
            CustomParser = static result => ParseK(result.Tokens[0].Value, result.AddError),
        };
        var parallelism = Parallelism.Option();
        var command = new Command("eval", Description) { dataset, json, report, k, parallelism };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(dataset)!;
            var reportPath = parsed.GetValue(report) ?? (path is "-" ? "stdin" : Path.GetFileNameWithoutExtension(path)) + ".eval.html";
            using var reader = path is "-"
                ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
                : UserErrorException.Guard(path, "read", () => new StreamReader(path, Encoding.UTF8));
            await using var judges = await InProcessPanel.Start(cancellationToken);
            var evaluation = await new EvalRun(judges.Panel, judges.Time, Console.Error, parsed.GetValue(parallelism)).Evaluate(reader, parsed.GetValue(k) is { Length: > 0 } ks ? ks : null, cancellationToken);
            UserErrorException.Guard(reportPath, "write", () => { File.WriteAllText(reportPath, EvalHtml.Write(path, evaluation)); return true; });
            if (parsed.GetValue(json))
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(evaluation, EvalJson.Default.Evaluation));
            else
                EvalTable.Write(evaluation, Terminal.Create());
            await Console.Error.WriteLineAsync($"judges: the report is in {reportPath}");
            return evaluation.UnreadableLines == 0 ? 0 : JudgeCommand.Unreadable;
        });
        return command;
    }

    private static int[]? ParseK(string text, Action<string> addError)
    {
        var ks = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var k) || k < 1)
            {
                addError($"--k takes whole numbers of at least 1 with commas between them, as in --k 1,8,64; '{part}' is none");
                return null;
            }
            ks.Add(k);
        }
        return [.. ks.Distinct().Order()];
    }
}
