using System.Globalization;
using Judges;
using Judges.Training.Rollouts;
using Judges.Training.Runs;

namespace Trainer.Tests.Rollouts;

/// <summary>A real broker, the judges in processes of their own, one of them killed in the middle of its work.</summary>
public sealed class JudgeRestartTests(RabbitMqBroker broker) : IClassFixture<RabbitMqBroker>
{
    private const int Groups = 40;
    private const int GroupSize = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_judge_that_is_killed_and_started_again_loses_no_rollout_and_counts_none_twice()
    {
        using var host = TrainerHost.Build([new("Bus:Transport", "RabbitMq"), new("Bus:Host", broker.Url), new("Judges:Embedded", "false")]);
        await host.StartAsync(Cancel);
        var judging = host.Services.GetRequiredService<RolloutJudging>();
        var ledger = host.Services.GetRequiredService<VerdictLedger>();
        var groups = Enumerable.Range(0, Groups).Select(Group).ToList();

        // Published before any judge is there: the queue keeps them.
        foreach (var group in groups)
            await judging.Publish("restart", group, Cancel);
        using var first = JudgeProcess.Start("CodeJudge", broker.Url);
        while (ledger.Counted < Groups)
            await ledger.Progress(TimeSpan.FromMinutes(2), TimeProvider.System, Cancel);
        first.Kill();
        var countedAtDeath = ledger.Counted;
        using var second = JudgeProcess.Start("CodeJudge", broker.Url);
        await judging.Settle("restart", groups, Cancel);

        Assert.InRange(countedAtDeath, Groups, Groups * GroupSize - 1);
        Assert.Equal((Groups * GroupSize, 0), (ledger.Counted, ledger.Outstanding));
        Assert.All(groups.SelectMany(group => group.Rollouts), rollout => Assert.Equal(
            rollout.Id.Index % 2 == 0 ? Outcome.Accepted : Outcome.WrongAnswer, rollout.Verdicts[JudgeNames.Code].Outcome));
        await host.StopAsync(Cancel);
    }

    // Every program is another one, so that none is answered from memory; those with an odd index are wrong.
    private static RolloutGroup Group(int number) => SampleRollouts.Code(number, [.. Enumerable.Range(0, GroupSize).Select(
        index => string.Create(CultureInfo.InvariantCulture, $"x + {1 + index % 2} + 0 * {number * GroupSize + index}"))]);
}
