using Judges;
using Judges.Hosting;
using MassTransit;
using MassTransit.Testing;

namespace Hosting.Tests.Bus;

public class RolloutAnsweringTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_is_answered_at_the_response_address_with_every_index()
    {
        await using var services = Services(null);
        var harness = await services.StartTestHarness();
        var client = harness.GetRequestClient<GradeMathRollouts>();

        var answer = await client.GetResponse<RolloutsGraded>(Group(), Token);

        Assert.Equal(("r", 7, "math"), (answer.Message.Run, answer.Message.Group, answer.Message.Judge));
        Assert.Equal(
            [(0, Outcome.Accepted, "a"), (2, Outcome.WrongAnswer, "b"), (5, Outcome.JudgeError, null)],
            answer.Message.Verdicts.Select(rollout => (rollout.Index, rollout.Verdict.Outcome, rollout.Verdict.Id)));
    }

    [Fact]
    public async Task Without_a_response_address_the_answer_is_published()
    {
        await using var services = Services(null);
        var harness = await services.StartTestHarness();

        await harness.Bus.Publish(Group(), Token);

        Assert.True(await harness.Published.Any<RolloutsGraded>(Token));
        Assert.False(await harness.Published.Any<Fault<GradeMathRollouts>>(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_faulting_judge_is_answered_with_judge_errors_not_with_silence()
    {
        await using var services = Services((_, _) => throw new InvalidOperationException("broken"));
        var harness = await services.StartTestHarness();

        var answer = await harness.GetRequestClient<GradeMathRollouts>().GetResponse<RolloutsGraded>(Group(), Token);

        Assert.All(answer.Message.Verdicts, rollout => Assert.Equal((Outcome.JudgeError, null), (rollout.Verdict.Outcome, rollout.Verdict.Reward)));
    }

    private static GradeMathRollouts Group() => new()
    {
        Run = "r",
        Group = 7,
        Rollouts = [new(0, Guarded.Request(id: "a")), new(2, Guarded.Request("6", id: "b")), new(5, Guarded.Request(answer: ""))],
    };

    private static ServiceProvider Services(Func<GradeMath, CancellationToken, ValueTask<Verdict>>? grade) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(Guarded.Judge(grade))
        .AddMassTransitTestHarness(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<AnsweringConsumer>();
        })
        .BuildServiceProvider(validateScopes: true);

    private sealed class AnsweringConsumer(GuardedJudge<GradeMath> judge) : IConsumer<GradeMathRollouts>
    {
        public Task Consume(ConsumeContext<GradeMathRollouts> context) => judge.Answer(context);
    }
}
