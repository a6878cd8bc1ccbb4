using System.Diagnostics;
using Judges.Code;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>
/// Python in both sandboxes against a bare, unconfined `python3` process per test, and against `docker run` per test, on the same programs:
/// judgements in a second, and how long one takes.
/// </summary>
internal static class CodeBench
{
    private const int Containers = 3;
    private const int WarmUp = 24;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        List<(CodeWork Work, double Alone, double Together)> works = [];
        foreach (var work in (CodeWork?[])[CodeWork.Functions, CodeWork.HumanEval()])
        {
            if (work is not null)
                works.Add(await Bare(work, report, cancellationToken));
            else
                report.Note("HumanEval was not measured: its file is not in the shared data (set JUDGES_SHARED)");
        }
        var (docker, why) = await EngineChoice.AskDocker(CodeHost.Options(SandboxEngineKind.Auto), cancellationToken);
        var run = docker ? await Clock.Seconds(() => Contain(Containers, cancellationToken), rounds: 1) / Containers : (double?)null;
        if (run is { } seconds)
            report.Line("docker run per test, one at a time", 1 / seconds, "tests/s");
        else
            report.Note($"containers were not measured: {why}");
        foreach (var kind in (SandboxEngineKind[])[SandboxEngineKind.Bubblewrap, .. docker ? [SandboxEngineKind.Docker] : (SandboxEngineKind[])[]])
        {
            await using var host = await CodeHost.Start(kind, cancellationToken);
            // Boxes stay warm for as long as a judge runs: what starting them costs is no part of a judgement, nor is what .NET has yet to compile.
            foreach (var (work, _, _) in works)
                await Each(work with { Programs = Math.Min(WarmUp, work.Programs) }, Environment.ProcessorCount, number => work.Pass(host.Judge, number, cancellationToken), cancellationToken);
            foreach (var (work, alone, together) in works)
                await Engine(kind.ToString().ToLowerInvariant(), host.Judge, work, alone, together, run, report, cancellationToken);
        }
    }

    private static async Task<(CodeWork Work, double Alone, double Together)> Bare(CodeWork work, Report report, CancellationToken cancellationToken)
    {
        var cores = Environment.ProcessorCount;
        var alone = await Clock.Seconds(() => Each(work, 1, Run, cancellationToken), rounds: 1);
        var together = await Clock.Seconds(() => Each(work, cores, Run, cancellationToken), rounds: 1);
        report.Line($"{work.Name}: bare python3 per test, one at a time", work.Programs / alone, "programs/s");
        report.Line($"{work.Name}: bare python3 per test, {cores} at a time", work.Programs / together, "programs/s");
        return (work, alone, together);

        async Task Run(int number)
        {
            for (var test = 0; test < work.Tests; test++)
            {
                var output = await Output("/usr/bin/python3", work.Bare(number, test), cancellationToken);
                if (output.Trim() != work.Says(number, test))
                    throw new InvalidOperationException($"{work.Name}, program {number} printed {output}");
            }
        }
    }

    private static async Task Engine(
        string engine, IJudge<GradeCode> judge, CodeWork work, double alone, double together, double? run, Report report, CancellationToken cancellationToken)
    {
        var cores = Environment.ProcessorCount;
        List<double> latencies = [];
        var ours = await Clock.Seconds(() => Each(work, 1, Timed, cancellationToken), rounds: 1);
        latencies.Sort();
        var oursTogether = await Clock.Seconds(() => Each(work, cores, Judge, cancellationToken), rounds: 1);
        var name = $"{work.Name}: {engine}";
        report.Line($"{name}, one at a time", work.Programs / ours, "programs/s");
        report.Line($"{name}, {cores} at a time", work.Programs / oursTogether, "programs/s");
        report.Line($"{name}, one judgement, p50", latencies[latencies.Count / 2], "ms");
        report.Line($"{name}, one judgement, p99", latencies[latencies.Count * 99 / 100], "ms");
        report.Ratio($"code: {name} against bare python3, one at a time", alone / ours);
        report.Ratio($"code: {name} against bare python3, {cores} at a time", together / oursTogether);
        if (run is { } seconds)
            report.Ratio($"code: {name} against docker run, one at a time", seconds * work.Programs * work.Tests / ours);

        async Task Timed(int number)
        {
            var started = TimeProvider.System.GetTimestamp();
            await Judge(number);
            latencies.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        Task Judge(int number) => work.Pass(judge, number, cancellationToken);
    }

    // The engine's command does what such judges do: a container a test.
    private static async Task Contain(int count, CancellationToken cancellationToken)
    {
        var options = CodeHost.Options(SandboxEngineKind.Docker);
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
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}");
    }

    private static Task Each(CodeWork work, int atATime, Func<int, Task> run, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, work.Programs), new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellationToken },
        async (number, _) => await run(number));
}
