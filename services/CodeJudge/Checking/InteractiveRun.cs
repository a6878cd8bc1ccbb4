using System.Text;

namespace Judges.Code;

/// <summary>The program talks with the task author's interactor, which decides.</summary>
internal sealed class InteractiveRun(Runnable program, StdioCase test, Runnable interactor) : TestRun
{
    public override Runnable Program => program;

    public override RunRequest Request(Limits limits) => program.Execute(default, limits) with
    {
        Interactive = true,
        Tester = interactor.Execute(default, limits,
            new BoxFile("input.txt", Encoding.UTF8.GetBytes(test.Stdin)), new BoxFile("answer.txt", Encoding.UTF8.GetBytes(test.Stdout))),
    };

    public override ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop)
    {
        // An interactor is a command in any language.
        DemandOwnUser("interactors", workshop);
        return new([Read(report)]);
    }

    private static TestEnd Read(RunReport report)
    {
        if (report.Stopped is { } stop)
            return RunReading.Stopped(stop);
        return report.Tester!.Exit switch
        {
            // A program that still runs when the talk is over is ended by us.
            0 when report.Exit is 0 or -9 => new TestEnd(Outcome.Accepted),
            0 or 1 or 2 when report.Exit is not (0 or -9) => new TestEnd(Outcome.RuntimeError, RunReading.Ending(report)),
            1 or 2 => new TestEnd(Outcome.WrongAnswer, "the interactor refused the submission"),
            // What it does with a submission that breaks the talk off is part of its trade, and ends as a failure of that one.
            _ => new TestEnd(Outcome.WrongAnswer, $"the interactor broke off: {RunReading.Ending(report with { Exit = report.Tester.Exit })}"),
        };
    }
}
