using Judges;
using Judges.Training.Rollouts;

namespace Trainer.Tests.Rollouts;

public sealed class VerdictLedgerTests
{
    private readonly VerdictLedger _ledger = new();
    private readonly List<Verdict> _received = [];

    [Fact]
    public void A_verdict_that_is_delivered_twice_is_counted_once()
    {
        Expect(group: 7, index: 0);

        _ledger.Receive(Graded(group: 7, index: 0));
        _ledger.Receive(Graded(group: 7, index: 0));

        Assert.Single(_received);
        Assert.Equal((1, 1, 0), (_ledger.Counted, _ledger.Ignored, _ledger.Outstanding));
    }

    [Fact]
    public void A_verdict_of_another_run_or_judge_is_not_ours()
    {
        Expect(group: 7, index: 0);

        _ledger.Receive(Graded(group: 7, index: 0) with { Run = "other" });
        _ledger.Receive(Graded(group: 7, index: 0) with { Judge = JudgeNames.Code });
        _ledger.Receive(Graded(group: 8, index: 0));
        _ledger.Receive(Graded(group: 7, index: 1));

        Assert.Empty(_received);
        Assert.Equal((0, 4, 1), (_ledger.Counted, _ledger.Ignored, _ledger.Outstanding));
    }

    [Fact]
    public void Expecting_the_same_verdict_twice_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() =>
        {
            Expect(group: 1, index: 0);
            Expect(group: 1, index: 0);
        });

    [Fact]
    public async Task Waiting_ends_with_a_verdict_with_patience_or_with_the_caller()
    {
        Expect(group: 1, index: 0);
        _ledger.Receive(Graded(group: 1, index: 0));

        Assert.True(await _ledger.Progress(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.False(await _ledger.Progress(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _ledger.Progress(TimeSpan.FromMinutes(1), TimeProvider.System, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Deliveries_from_many_threads_are_each_counted_once()
    {
        for (var i = 0; i < 1000; i++)
            Expect(group: i, index: 0);

        Parallel.For(0, 4000, i => _ledger.Receive(Graded(group: i % 1000, index: 0)));

        Assert.Equal((1000, 3000, 0), (_ledger.Counted, _ledger.Ignored, _ledger.Outstanding));
        Assert.Equal(1000, _received.Count);
    }

    private void Expect(long group, int index) => _ledger.Expect(new("run", group, index, JudgeNames.Math), _received.Add);

    private static RolloutsGraded Graded(long group, int index) => new()
    {
        Run = "run",
        Group = group,
        Judge = JudgeNames.Math,
        Verdicts = [new(index, new Verdict { Judge = JudgeNames.Math, Outcome = Outcome.Accepted, Reward = 1, JudgeVersion = "test" })],
    };
}
