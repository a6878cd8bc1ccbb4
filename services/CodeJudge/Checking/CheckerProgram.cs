using System.Text;

namespace Judges.Code;

/// <summary>
/// The task author's program that decides about an output. It runs confined, after the submission's run has been wiped away, and is the
/// only thing in a box that sees an expected output.
/// </summary>
internal sealed class CheckerProgram(Runnable program)
{
    // Not the submission's limits: a hostile output may cost the checker time, and a poor one must not.
    private static readonly Limits _limits = new() { CpuSeconds = 20, WallSeconds = 60, MemoryMb = 512, OutputKb = 64, Processes = 16 };

    public async ValueTask<TestEnd> Check(StdioCase test, ReadOnlyMemory<byte> output, Workshop workshop)
    {
        var report = await Run(test, output, workshop);
        if (IsPassed(report))
            return new TestEnd(Outcome.Accepted);
        // testlib: 1 is a wrong answer, 2 a wrong form.
        if (report is { Stopped: null, Exit: 1 or 2 })
            return new TestEnd(Outcome.WrongAnswer, "the checker refused the output");
        // It broke. Where it can judge the expected output, this one broke it, and that is no answer; where not, the checker is at fault.
        return IsPassed(await Run(test, Encoding.UTF8.GetBytes(test.Stdout), workshop))
            ? new TestEnd(Outcome.WrongAnswer, "the checker cannot read the output")
            : throw new TestsUnusableException($"the checker fails by itself: {RunReading.Ending(report)} {RunReading.Text(report.Errors.Span)}");
    }

    private Task<RunReport> Run(StdioCase test, ReadOnlyMemory<byte> output, Workshop workshop) => workshop.Run(program.Language, program.Execute(
        default, _limits, new BoxFile("input.txt", Encoding.UTF8.GetBytes(test.Stdin)), new BoxFile("output.txt", output),
        new BoxFile("answer.txt", Encoding.UTF8.GetBytes(test.Stdout))));

    private static bool IsPassed(RunReport report) => report is { Stopped: null, Exit: 0 };
}
