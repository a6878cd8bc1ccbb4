using System.Text.Json;

namespace Judges.Code;

/// <summary>Tests that are code, in a process and under a user of their own; they report each test that they ran.</summary>
internal class UnitRun(Runnable program, RunRequest tests) : TestRun
{
    public override Runnable Program => program;

    public override RunRequest Request(Limits limits) => program.Request(RunKind.Subject, null, default, limits) with { Tester = tests };

    public override ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop)
    {
        if (!program.IsForked)
            DemandOwnUser($"`unit` tests in {program.Language.Name}", workshop);
        // Tests that cannot be run may say so before the submission has even begun.
        var tester = report.Tester!;
        if (tester.Result.Span is [(byte)'I', (byte)'P', (byte)'D', .. var reason])
            throw new TestsUnusableException(RunReading.Text(reason));
        if (RunReading.Failure(report, program) is { Outcome: Outcome.CompileError or Outcome.MemoryLimitExceeded } early)
            return new([early]);
        if (report.Stopped is { } stop)
            return new([RunReading.Stopped(stop)]);
        var result = tester.Result;
        return result.Span switch
        {
            [(byte)'I', (byte)'P', (byte)'T', ..] => new(Ends(result[3..], report)),
            // Where both are one user, the submission may have ended its tester.
            _ when workshop.Confinement is { Isolation: not "ownUser" } => new([new TestEnd(Outcome.RuntimeError, "the tests were ended early")]),
            _ => throw new SandboxFaultException(
                $"the tests ended without a word: {RunReading.Ending(report with { Exit = tester.Exit })} {RunReading.Text(tester.Errors.Span)}"),
        };
    }

    private TestEnd[] Ends(ReadOnlyMemory<byte> json, RunReport report)
    {
        var ends = JsonSerializer.Deserialize(json.Span, CodeJson.Default.StringArrayArray)!;
        if (ends.Length == 0)
            throw new TestsUnusableException("the tests hold no test that is run");
        return [.. ends.Select(end => end switch
        {
            null => new TestEnd(Outcome.Accepted),
            ["wrong", var why] => new TestEnd(Outcome.WrongAnswer, why),
            // Its own process says best why it ended.
            ["gone", var why] => RunReading.Failure(report, program) ?? new TestEnd(Outcome.RuntimeError, $"{why}: {RunReading.Ending(report)}"),
            [_, var why] => new TestEnd(Outcome.RuntimeError, why),
            _ => throw new JsonException("the tests reported what is no end"),
        })];
    }
}
