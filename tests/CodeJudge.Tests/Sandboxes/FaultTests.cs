using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>What is our fault is never scored against the model.</summary>
public sealed class FaultTests
{
    private static readonly GradeCode _request = Ask.Call("import os\ndef f(): return 1", "f", ("[]", "1"), ("[]", "1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_box_that_fails_is_replaced_and_the_test_run_again(int failures)
    {
        var left = failures;
        var engine = new FakeEngine(_ => left-- > 0 ? throw new SandboxFaultException("died") : FakeEngine.Result("IPR1"));

        var verdict = await engine.Judge().Grade(_request, Token);

        Assert.True(verdict.Passed);
        Assert.Equal(failures + 1, engine.Started);
        Assert.Equal(failures, engine.Disposed);
    }

    [Fact]
    public async Task A_third_failure_is_thrown()
    {
        var engine = new FakeEngine(static _ => throw new SandboxFaultException("died"));

        await Assert.ThrowsAsync<SandboxFaultException>(async () => await engine.Judge().Grade(_request, Token));
        Assert.Equal(3, engine.Started);
        Assert.Equal(3, engine.Disposed);
    }

    [Fact]
    public async Task A_box_that_is_not_clean_is_replaced()
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IPR1"), clean: false);

        var verdict = await engine.Judge(new CodeJudgeOptions { Boxes = 1, CacheEntries = 0 }).Grade(_request, Token);

        Assert.True(verdict.Passed);
        Assert.Equal(2, engine.Started);
        Assert.Equal(1, engine.Disposed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I")]
    public async Task A_run_that_ended_before_the_submission_began_is_our_fault(string result)
    {
        var engine = new FakeEngine(_ => FakeEngine.Result(result));

        await Assert.ThrowsAsync<SandboxFaultException>(async () => await engine.Judge().Grade(_request, Token));
    }

    [Fact]
    public async Task A_run_in_which_a_shared_tester_may_be_at_fault_is_repeated_with_one_of_its_own()
    {
        var engine = new FakeEngine(static run => FakeEngine.Result("IP") with
        {
            Undecided = run.Tester!.MayShareTester,
            Tester = new TesterReport(0, System.Text.Encoding.UTF8.GetBytes(run.Tester.MayShareTester ? "IPT[[\"wrong\",\"\"]]" : "IPT[null]"), default),
        });

        var verdict = await engine.Judge().Grade(_request with { Tests = new UnitTests { Code = "assert f() == 1" } }, Token);

        Assert.True(verdict.Passed, verdict.Detail.ToString());
        Assert.Equal([true, false], engine.Requests.Select(static run => run.Tester!.MayShareTester));
        Assert.Equal(1, engine.Started);
    }

    [Fact]
    public async Task A_run_that_died_because_others_used_up_the_hosts_memory_is_run_again()
    {
        var left = 2;
        var engine = new FakeEngine(_ => left-- > 0
            ? FakeEngine.Result("IP") with { Exit = -9, Stopped = StopReason.Host }
            : FakeEngine.Result("IPR1"));

        Assert.True((await engine.Judge().Grade(_request, Token)).Passed);
        Assert.Equal(3, engine.Started);
    }

    [Fact]
    public async Task The_place_is_free_again_after_a_failure()
    {
        var failing = true;
        var engine = new FakeEngine(_ => failing ? throw new SandboxFaultException("died") : FakeEngine.Result("IPR1"));
        var judge = engine.Judge();
        await Assert.ThrowsAsync<SandboxFaultException>(async () => await judge.Grade(_request, Token));

        failing = false;

        Assert.True((await judge.Grade(_request, Token)).Passed);
    }

    [Fact]
    public async Task Another_language_is_refused()
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IPR1"));

        await Assert.ThrowsAsync<NotSupportedException>(async () => await engine.Judge().Grade(_request with { Language = "cobol" }, Token));
        Assert.Equal(0, engine.Started);
    }

    [Fact]
    public async Task Without_bubblewrap_nothing_is_run_and_the_reason_says_how_to_get_it()
    {
        var options = new CodeJudgeOptions { Boxes = 1, Bubblewrap = "bwrap-that-is-not-there" };
        using var engine = new BubblewrapEngine(options);
        var judge = new Judges.Code.CodeJudge(new SandboxPool(engine, options), options, TimeProvider.System);

        var fault = await Assert.ThrowsAsync<SandboxUnavailableException>(async () => await judge.Grade(_request, Token));

        Assert.Contains("apt-get install bubblewrap", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bubblewrap_that_cannot_make_boxes_says_why()
    {
        var options = new CodeJudgeOptions { Boxes = 1 };
        using var engine = new BubblewrapEngine(options, new BubblewrapLaunch(AsRoot: false, ["sh", "-c", "echo no namespaces here >&2; exit 1"]));

        var fault = await Assert.ThrowsAsync<SandboxUnavailableException>(() => engine.Start(0, BoxImages.Python, Token));

        Assert.Contains("no namespaces here", fault.Message, StringComparison.Ordinal);
    }
}
