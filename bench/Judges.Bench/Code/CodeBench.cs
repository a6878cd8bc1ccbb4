using System.Diagnostics;
using Judges.Code;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>
/// Python in both sandboxes against a bare, unconfined `python3` process per test, and against `docker run` per test, on the same programs:
/// judgements in a second, and how long one takes, by turns.
/// </summary>
internal static class CodeBench
{
    private const int Containers = 8; // that `docker run` is timed by: for programs spread over all
    private const int Rounds = 3;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        List<CodeWork> works = [CodeWork.Functions];
        if (CodeWork.HumanEval() is { } humanEval)
            works.Add(humanEval);
        else
            report.Note("HumanEval was not measured: its file is not in the shared data (set JUDGES_SHARED)");
        var (docker, why) = await EngineChoice.AskDocker(CodeHost.Options(SandboxEngineKind.Auto), cancellationToken);
        if (!docker)
            report.Note($"containers were not measured: {why}");
        await using var bubblewrap = await CodeHost.Start(SandboxEngineKind.Bubblewrap, cancellationToken);
        await using var containers = docker ? await CodeHost.Start(SandboxEngineKind.Docker, cancellationToken) : null;
        foreach (var work in works)
            await Compare(work, bubblewrap.Judge, containers?.Judge, report, cancellationToken);
    }

    private static async Task Compare(CodeWork work, IJudge<GradeCode> bubblewrap, IJudge<GradeCode>? docker, Report report, CancellationToken cancellationToken)
    {
        var bare = new CodeTurn("bare python3 per test", work, number => Bare(work, number, cancellationToken));
        // Boxes stay warm for as long as a judge runs: what starting them costs is no part of a judgement, nor is what .NET has yet to compile.
        foreach (var engine in Ours())
            await engine.Take(cancellationToken);
        var run = docker is null ? (double?)null : await Clock.Seconds(() => Contain(work, cancellationToken), rounds: 1) / Containers;
        var ours = Ours();
        List<CodeTurn> turns = [bare, .. ours];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var turn in turns)
                await turn.Take(cancellationToken);
        }
        foreach (var turn in turns)
            Lines(work, turn, report);
        if (run is { } seconds)
            report.Line($"{work.Name}: docker run per test, one at a time", 1 / seconds, "tests/s");
        foreach (var engine in ours)
            Ratios(work, engine, bare, run, report);

        List<CodeTurn> Ours() => [On("bubblewrap", bubblewrap), .. docker is null ? (CodeTurn[])[] : [On("docker", docker)]];

        CodeTurn On(string name, IJudge<GradeCode> judge) => new(name, work, number => work.Pass(judge, number, cancellationToken));
    }

    private static void Lines(CodeWork work, CodeTurn turn, Report report)
    {
        var name = $"{work.Name}: {turn.Name}";
        report.Line($"{name}, one at a time", work.Programs / turn.Alone, "programs/s");
        report.Line($"{name}, {Environment.ProcessorCount} at a time", work.Programs / turn.Together, "programs/s");
        report.Line($"{name}, one program, p50", turn.Latency(0.5), "ms");
        report.Line($"{name}, one program, p99", turn.Latency(0.99), "ms");
    }

    private static void Ratios(CodeWork work, CodeTurn engine, CodeTurn bare, double? run, Report report)
    {
        var name = $"code: {work.Name}: {engine.Name}";
        report.Ratio($"{name} against bare python3, one at a time", bare.Alone / engine.Alone);
        report.Ratio($"{name} against bare python3, {Environment.ProcessorCount} at a time", bare.Together / engine.Together);
        if (run is { } seconds)
            report.Ratio($"{name} against docker run, one at a time", seconds * work.Programs * work.Tests / engine.Alone);
    }

    private static async Task Bare(CodeWork work, int number, CancellationToken cancellationToken)
    {
        for (var test = 0; test < work.Tests; test++)
            MustSay(work, number, test, await Output("/usr/bin/python3", work.Bare(number, test), cancellationToken));
    }

    private static void MustSay(CodeWork work, int number, int test, string output)
    {
        if (output.Trim() != work.Says(number, test))
            throw new InvalidOperationException($"{work.Name}, program {number} printed {output}");
    }

    // The engine's command does what such judges do: a container a test.
    private static async Task Contain(CodeWork work, CancellationToken cancellationToken)
    {
        var options = CodeHost.Options(SandboxEngineKind.Docker);
        string[] run = ["--host", options.DockerEndpoint.OriginalString, "run", "--rm", "--network", "none", $"{options.ImagePrefix}{BoxImages.Python}", "python3"];
        for (var i = 0; i < Containers; i++)
        {
            var number = i * work.Programs / Containers;
            MustSay(work, number, 0, await Output("docker", [.. run, .. work.Bare(number, 0)], cancellationToken));
        }
    }

    private static async Task<string> Output(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}");
    }
}
