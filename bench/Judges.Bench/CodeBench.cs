using System.Diagnostics;
using System.Text.Json;
using Judges.Code;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>Python in the sandbox against a bare, unconfined `python3` process per test on the same programs.</summary>
internal static class CodeBench
{
    private const int Programs = 24;
    private const int Cases = 5;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        // Every program shall really run.
        builder.Configuration.AddInMemoryCollection([new("CodeJudge:CacheEntries", "0")]);
        builder.AddCodeJudge();
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        try
        {
            var judge = host.Services.GetRequiredService<IJudge<GradeCode>>();
            var cores = Environment.ProcessorCount;
            var ours = await Clock.Seconds(() => Each(1, Judge));
            var oursParallel = await Clock.Seconds(() => Each(cores, Judge));
            var bare = await Clock.Seconds(() => Each(1, Bare));
            var bareParallel = await Clock.Seconds(() => Each(cores, Bare));
            report.Line("sandboxed, one at a time", Programs * Cases / ours, "tests/s");
            report.Line($"sandboxed, {cores} at a time", Programs * Cases / oursParallel, "tests/s");
            report.Line("bare python3 per test, one at a time", Programs * Cases / bare, "tests/s");
            report.Line($"bare python3 per test, {cores} at a time", Programs * Cases / bareParallel, "tests/s");
            report.Ratio("code: sandboxed against bare python3, one at a time", bare / ours);
            report.Ratio($"code: sandboxed against bare python3, {cores} at a time", bareParallel / oursParallel);

            async Task Judge(int number)
            {
                var verdict = await judge.Grade(Request(number), cancellationToken);
                if (!verdict.Passed)
                    throw new InvalidOperationException($"program {number} should pass and is {verdict.Outcome}: {verdict.Detail}");
            }
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }

        async Task Bare(int number)
        {
            for (var i = 0; i < Cases; i++)
            {
                using var process = Process.Start(new ProcessStartInfo(
                    "/usr/bin/python3", ["-c", $"{Source(number)}\nimport json, sys\nprint(json.dumps(solve(*json.loads(sys.argv[1]))))", $"[{i}]"])
                { RedirectStandardOutput = true })!;
                var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                if (output.Trim() != Expected(number, i))
                    throw new InvalidOperationException($"program {number} printed {output}");
            }
        }

        Task Each(int atATime, Func<int, Task> run) => Parallel.ForEachAsync(
            Enumerable.Range(0, Programs), new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellationToken },
            async (number, _) => await run(number));
    }

    private static string Source(int number) => $"def solve(n):\n    return [i * i + {number} for i in range(n + 3)]";

    private static string Expected(int number, int n) => $"[{string.Join(", ", Enumerable.Range(0, n + 3).Select(i => (i * i) + number))}]";

    private static GradeCode Request(int number) => new()
    {
        Language = "python",
        Response = $"```python\n{Source(number)}\n```",
        Tests = new CallTests
        {
            EntryPoint = "solve",
            Cases = [.. Enumerable.Range(0, Cases).Select(n => new CallCase { Args = [Json($"{n}")], Expected = Json(Expected(number, n)) })],
        },
    };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
