using Judges;

namespace Hosting.Tests.Grading;

public class GuardedJudgeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_is_stamped_with_id_and_time()
    {
        var verdict = await Guarded.Judge().Grade(Guarded.Request(id: "m1"), Token);

        Assert.Equal(FakeJudge.Give(Outcome.Accepted, 1) with { Id = "m1", Timing = new Timing(0, 1000) }, verdict);
    }

    [Fact]
    public async Task The_judges_own_timing_is_kept()
    {
        var timing = new Timing(1, 2, 3);

        var verdict = await Guarded.Judge((_, _) => new(FakeJudge.Give(Outcome.Accepted, 1) with { Timing = timing })).Grade(Guarded.Request(), Token);

        Assert.Equal(timing, verdict.Timing);
    }

    [Fact]
    public async Task An_exception_is_a_judge_error_that_says_why()
    {
        var verdict = await Guarded.Judge((_, _) => throw new InvalidOperationException("broken")).Grade(Guarded.Request(id: "m1"), Token);

        AssertFault(verdict, "InvalidOperationException: broken");
        Assert.Equal(("m1", "1.2.3"), (verdict.Id, verdict.JudgeVersion));
    }

    [Fact]
    public async Task An_asynchronous_exception_is_a_judge_error_too()
    {
        var verdict = await Guarded.Judge(async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        }).Grade(Guarded.Request(), Token);

        AssertFault(verdict, "later");
    }

    [Fact]
    public async Task A_broken_contract_is_a_judge_error()
    {
        var verdict = await Guarded.Judge((_, _) => new(FakeJudge.Give(Outcome.WrongAnswer, 2))).Grade(Guarded.Request(), Token);

        AssertFault(verdict, "math broke its contract: a reward lies in [0, 1]");
    }

    [Fact]
    public async Task A_defect_of_the_request_is_a_judge_error_and_the_judge_is_not_asked()
    {
        var verdict = await Guarded.Judge((_, _) => throw new InvalidOperationException("asked")).Grade(Guarded.Request(answer: ""), Token);

        AssertFault(verdict, "the request cannot be judged: `answer` must hold the gold answer");
    }

    [Fact]
    public async Task The_callers_cancellation_propagates()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Guarded
            .Judge((_, token) => throw new OperationCanceledException(token))
            .Grade(Guarded.Request(), caller.Token));
    }

    [Fact]
    public async Task A_cancellation_that_the_caller_did_not_ask_for_is_a_judge_error()
    {
        var verdict = await Guarded.Judge((_, _) => throw new OperationCanceledException()).Grade(Guarded.Request(), Token);

        AssertFault(verdict, "OperationCanceledException");
    }

    private static void AssertFault(Verdict verdict, string reason)
    {
        Assert.Equal(Outcome.JudgeError, verdict.Outcome);
        Assert.Null(verdict.Reward);
        Assert.Contains(reason, verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }
}
