using System.Diagnostics;
using System.Text.Json;
using Judges.Code;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>
/// Python in both sandboxes against a bare, unconfined `python3` process per test, and against `docker run` per test, on the same programs:
/// judgements in a second, and what a test costs beyond the program itself, which takes no time here.
/// </summary>
internal static class CodeBench
{
    private const int Programs = 24;
    private const int Cases = 5;
    private const int Containers = 3;
    private const int Judgements = 1000;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var cores = Environment.ProcessorCount;
        var bare = await Clock.Seconds(() => Each(1, Bare), rounds: 2);
        var bareParallel = await Clock.Seconds(() => Each(cores, Bare), rounds: 2);
        report.Line("bare python3 per test, one at a time", Programs * Cases / bare, "tests/s");
        report.Line($"bare python3 per test, {cores} at a time", Programs * Cases / bareParallel, "tests/s");
        var (docker, why) = await EngineChoice.AskDocker(Options(null), cancellationToken);
        var run = docker ? await Clock.Seconds(() => Contain(Containers, cancellationToken), rounds: 1) / Containers : (double?)null;
        if (run is { } seconds)
            report.Line("docker run per test, one at a time", 1 / seconds, "tests/s");
        foreach (var kind in (SandboxEngineKind[])[SandboxEngineKind.Bubblewrap, .. docker ? [SandboxEngineKind.Docker] : (SandboxEngineKind[])[]])
            await Engine(kind, report, cores, bare, bareParallel, run, cancellationToken);
        if (!docker)
            report.Note($"containers were not measured: {why}");

        Task Each(int atATime, Func<int, Task> work) => Rounds(atATime, work, cancellationToken);

        async Task Bare(int number)
        {
            for (var i = 0; i < Cases; i++)
            {
                var output = await Output("/usr/bin/python3", ["-c", $"{Source(number)}\nimport json, sys\nprint(json.dumps(solve(*json.loads(sys.argv[1]))))", $"[{i}]"], cancellationToken);
                if (output.Trim() != Expected(number, i))
                    throw new InvalidOperationException($"program {number} printed {output}");
            }
        }
    }

    private static async Task Engine(
        SandboxEngineKind kind, Report report, int cores, double bare, double bareParallel, double? run, CancellationToken cancellationToken)
    {
        using var host = Host(kind);
        await host.StartAsync(cancellationToken);
        try
        {
            var judge = host.Services.GetRequiredService<IJudge<GradeCode>>();
            var name = kind.ToString().ToLowerInvariant();
            var ours = await Clock.Seconds(() => Rounds(1, Judge, cancellationToken), rounds: 2);
            var oursParallel = await Clock.Seconds(() => Rounds(cores, Judge, cancellationToken), rounds: 2);
            List<double> latencies = [];
            for (var number = 0; number < Programs; number++)
            {
                var request = Request(number) with { Tests = new CallTests { EntryPoint = "solve", Cases = [((CallTests)Request(number).Tests).Cases[0]] } };
                var started = TimeProvider.System.GetTimestamp();
                await judge.Grade(request, cancellationToken);
                latencies.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            }
            latencies.Sort();
            report.Line($"{name}, one at a time", Programs * Cases / ours, "tests/s");
            report.Line($"{name}, {cores} at a time", Programs * Cases / oursParallel, "tests/s");
            report.Line($"{name}, added latency of one test, p50", latencies[latencies.Count / 2], "ms");
            report.Line($"{name}, added latency of one test, p99", latencies[^1], "ms");
            await Memory(name, judge, report, cancellationToken);
            report.Ratio($"code: {name} against bare python3, one at a time", bare / ours);
            report.Ratio($"code: {name} against bare python3, {cores} at a time", bareParallel / oursParallel);
            if (run is { } seconds)
                report.Ratio($"code: {name} against docker run, one at a time", seconds * Programs * Cases / ours);

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
    }

    // What a judgement leaves behind would show after a thousand of them.
    private static async Task Memory(string name, IJudge<GradeCode> judge, Report report, CancellationToken cancellationToken)
    {
        var before = await Grow(Judgements / 2);
        var after = await Grow(Judgements / 2);
        report.Line($"{name}, managed memory after {Judgements / 2} more judgements", (after - before) / 1024.0, "KiB more");

        async Task<long> Grow(int count)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, count), cancellationToken, async (i, token) => await judge.Grade(Request(i % Programs) with { Tests = Request(0).Tests }, token));
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static IHost Host(SandboxEngineKind? kind)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        // Every program shall really run.
        builder.Configuration.AddInMemoryCollection([new("CodeJudge:CacheEntries", "0"), new("CodeJudge:Engine", (kind ?? SandboxEngineKind.Auto).ToString())]);
        builder.AddCodeJudge();
        return builder.Build();
    }

    private static CodeJudgeOptions Options(SandboxEngineKind? kind)
    {
        using var host = Host(kind);
        return host.Services.GetRequiredService<CodeJudgeOptions>();
    }

    // The engine's command does what such judges do: a container a test.
    private static async Task Contain(int count, CancellationToken cancellationToken)
    {
        var options = Options(null);
        for (var i = 0; i < count; i++)
        {
            var output = await Output(
                "docker", ["--host", options.DockerEndpoint.OriginalString, "run", "--rm", "--network", "none", $"{options.ImagePrefix}{BoxImages.Python}", "python3", "-c", "print(1)"], cancellationToken);
            if (output != "1\n")
                throw new InvalidOperationException($"docker run printed {output}");
        }
    }

    private static async Task<string> Output(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output;
    }

    private static Task Rounds(int atATime, Func<int, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, Programs), new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellationToken },
        async (number, _) => await work(number));

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
