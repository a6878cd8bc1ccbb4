using System.Text;

namespace Judges.Code;

/// <summary>The program reads standard input and writes standard output.</summary>
/// <param name="judge">The task author's checker; null where a named way of comparing decides.</param>
/// <param name="allowedKb">How far a long expected output raises the limit of output.</param>
internal sealed class StdioRun(Runnable program, StdioCase test, Checker checker, CheckerProgram? judge, int allowedKb) : TestRun
{
    // White space may come on top of what is expected.
    private const int Room = 2;

    public override Runnable Program => program;

    public override RunRequest Request(Limits limits) => program.Request(RunKind.Stdio, null, Encoding.UTF8.GetBytes(test.Stdin), limits with
    {
        OutputKb = Math.Max(limits.OutputKb, (int)Math.Min(allowedKb, (long)Room * Encoding.UTF8.GetByteCount(test.Stdout) / 1024)),
    });

    public override async ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop)
    {
        if (RunReading.Failure(report, program) is { } failure)
            return [failure];
        if (report.Exit != 0)
            return [new TestEnd(Outcome.RuntimeError, RunReading.Ending(report))];
        if (judge is not null)
            return [await judge.Check(test, report.Output, workshop)];
        if (!StrictText.TryDecode(report.Output.Span, out var output))
            return [new TestEnd(Outcome.WrongAnswer, "the output is not UTF-8")];
        return OutputChecker.Accepts(checker, test.Stdout, output)
            ? [new TestEnd(Outcome.Accepted)]
            : [new TestEnd(Outcome.WrongAnswer, output.Length == 0 ? "printed nothing" : $"printed {Shorten(output)}")];
    }
}
