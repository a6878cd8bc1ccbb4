using System.CommandLine;
using System.Text;

namespace Judges.Standalone.Judging;

/// <summary><c>./judges judge</c>: requests as JSON lines in, verdicts as JSON lines out.</summary>
internal static class JudgeCommand
{
    /// <summary>The exit code when some line was no request.</summary>
    public const int Unreadable = 2;

    private const string Description = """
        Judge completions: one request per line in, one verdict per line out, in the order of the requests.

        Exits with 0 whatever the verdicts are, and with 2 when a line was no request: that line gets {"error":...,"line":N} in place of
        a verdict and the rest is still judged.

        Examples:
          ./judges judge < requests.jsonl > verdicts.jsonl
          ./judges judge --input requests.jsonl --output verdicts.jsonl --parallelism 8
          echo '{"id":"m1","judge":"math","response":"so \\boxed{\\frac12}","answer":"0.5"}' | ./judges judge
        """;

    public static Command Create()
    {
        var input = new Option<string?>("--input", "-i") { Description = "The file of requests; without it, standard input", HelpName = "FILE" };
        var output = new Option<string?>("--output", "-o") { Description = "The file of verdicts; without it, standard output", HelpName = "FILE" };
        var parallelism = Parallelism.Option();
        var command = new Command("judge", Description) { input, output, parallelism };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var reader = OpenInput(parsed.GetValue(input));
            await using var writer = OpenOutput(parsed.GetValue(output));
            await using var judges = await InProcessPanel.Start(cancellationToken);
            var run = new JudgeRun(judges.Panel, judges.Time, Console.Error, liveProgress: !Console.IsErrorRedirected);
            return await run.Judge(reader, writer, parsed.GetValue(parallelism), cancellationToken);
        });
        return command;
    }

    private static StreamReader OpenInput(string? path) => path is null or "-"
        ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
        : UserErrorException.Guard(path, "read", () => new StreamReader(path, Encoding.UTF8));

    private static StreamWriter OpenOutput(string? path) => path is null or "-"
        ? new StreamWriter(Console.OpenStandardOutput())
        : UserErrorException.Guard(path, "write", () => new StreamWriter(path));
}
