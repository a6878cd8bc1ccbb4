using System.Globalization;
using System.Text;

namespace Judges.Code;

/// <summary>The program reads standard input and writes standard output.</summary>
/// <param name="judge">The task author's checker; null where a named way of comparing decides.</param>
internal sealed class StdioRun(Runnable program, StdioCase test, Checker checker, CheckerProgram? judge, Limits limits) : TestRun
{
    public override Runnable Program => program;

    // A program that decides is given all that was written.
    public override RunRequest Request(Limits limits) => Request(limits, keepAll: judge is not null);

    private RunRequest Request(Limits limits, bool keepAll)
    {
        var request = program.Request(RunKind.Stdio, null, Encoding.UTF8.GetBytes(test.Stdin), limits) with
        {
            OutputKept = OutputRoom.OfOutput(Encoding.UTF8.GetByteCount(test.Stdout), limits),
        };
        return keepAll ? request with { OutputKept = request.OutputAllowed } : request;
    }

    public override async ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop) => [await Read(report, workshop)];

    private async ValueTask<TestEnd> Read(RunReport report, Workshop workshop)
    {
        if (RunReading.Failure(report, program) is { } failure)
            return failure;
        if (report.Exit != 0)
            return new TestEnd(Outcome.RuntimeError, RunReading.Ending(report));
        if (judge is not null)
            return await judge.Check(test, report.Output, workshop);
        if (report.IsCut)
            return await ReadCut(report, workshop);
        if (!StrictText.TryDecode(report.Output.Span, out var output))
            return NotText;
        // Where white space was dropped, no way of comparing looks at it.
        return OutputChecker.Accepts(checker, test.Stdout, output)
            ? new TestEnd(Outcome.Accepted)
            : new TestEnd(Outcome.WrongAnswer, output.Length == 0 ? "printed nothing" : $"printed {Shorten(output)}");
    }

    private async ValueTask<TestEnd> ReadCut(RunReport report, Workshop workshop)
    {
        if (!StrictText.TryDecode(CutOutput.WholeCharacters(report.Output.Span), out var begin))
            return NotText;
        // Padded with much white space it may yet be right: then it is run again, and all of it is kept.
        return CutOutput.MayBeAccepted(checker, test.Stdout, begin)
            ? await Read(await workshop.Run(program.Language, Request(limits, keepAll: true)), workshop)
            : new TestEnd(Outcome.WrongAnswer, string.Create(
                CultureInfo.InvariantCulture, $"printed {report.Output.Length + report.Dropped} bytes, of which no more than the first {report.Output.Length} were needed: {Shorten(begin)}"));
    }

    private static TestEnd NotText => new(Outcome.WrongAnswer, "the output is not UTF-8");
}
