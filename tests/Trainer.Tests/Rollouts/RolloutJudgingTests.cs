using Judges;
using Judges.Training.Rollouts;
using Judges.Training.Runs;
using MassTransit;

namespace Trainer.Tests.Rollouts;

public sealed class RolloutJudgingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_rollout_comes_back_with_a_verdict_of_each_judge_that_its_problem_asks()
    {
        using var host = TrainerHost.Build([]);
        await host.StartAsync(Cancel);
        var group = SampleRollouts.Reverse(number: 3, "<think>hm</think><answer>4321</answer>", "<think>hm</think><answer>4320</answer>", "4321");

        await Judge(host, group);

        Assert.All(group.Rollouts, rollout => Assert.Equal(["format", "math"], rollout.Verdicts.Keys.Order()));
        Assert.Equal([Outcome.Accepted, Outcome.PartiallyCorrect, Outcome.NoAnswer], group.Rollouts.Select(rollout => rollout.Verdicts["math"].Outcome));
        Assert.Equal([true, true, false], group.Rollouts.Select(rollout => rollout.Verdicts["format"].Passed));
        Assert.Equal([true, false, false], group.Rollouts.Select(rollout => rollout.Solved));
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_command_that_got_lost_is_sent_again()
    {
        using var host = Host([("Judges:PatienceSeconds", "1")], static bus => bus.AddConsumer<ForgetfulJudge>().Endpoint(static endpoint => endpoint.Name = JudgeNames.Queue(JudgeNames.Math)));
        await host.StartAsync(Cancel);
        var group = SampleRollouts.MathOnly(number: 1, "4321", "1234");

        await Judge(host, group);

        Assert.All(group.Rollouts, rollout => Assert.Equal(Outcome.Accepted, rollout.Verdicts["math"].Outcome));
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task Rollouts_that_nobody_judges_end_as_judgeError_without_reward()
    {
        using var host = Host([("Judges:PatienceSeconds", "1"), ("Judges:Retries", "0")], static _ => { });
        await host.StartAsync(Cancel);
        var group = SampleRollouts.MathOnly(number: 1, "4321");

        await Judge(host, group);

        var verdict = group.Rollouts[0].Verdicts["math"];
        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
        Assert.Contains("grade-math", verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Null(new Rubric([new RewardTerm("math", 1)]).Score(group.Rollouts[0].Verdicts));
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task Judges_that_run_elsewhere_need_a_broker_and_the_refusal_says_what_to_set()
    {
        using var host = TrainerHost.Build([new("Judges:Embedded", "false")]);

        var fault = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Contains("--bus rabbitmq", fault.Message, StringComparison.Ordinal);
    }

    private static async Task Judge(IHost host, RolloutGroup group)
    {
        var judging = host.Services.GetRequiredService<RolloutJudging>();
        await judging.Publish("test", group, Cancel);
        await judging.Settle("test", [group], Cancel);
    }

    private static IHost Host(IEnumerable<(string Key, string Value)> settings, Action<IBusRegistrationConfigurator> judges)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.AddRolloutJudging(judges);
        return builder.Build();
    }

    /// <summary>Forgets the first command that it gets, as a judge does whose queue was lost.</summary>
    public sealed class ForgetfulJudge : IConsumer<GradeMathRollouts>
    {
        private static int _seen;

        public Task Consume(ConsumeContext<GradeMathRollouts> context) => Interlocked.Increment(ref _seen) == 1
            ? Task.CompletedTask
            : context.RespondAsync(new RolloutsGraded
            {
                Run = context.Message.Run,
                Group = context.Message.Group,
                Judge = JudgeNames.Math,
                Verdicts = [.. context.Message.Rollouts.Select(static rollout => new RolloutVerdict(
                    rollout.Index, new Verdict { Judge = JudgeNames.Math, Outcome = Outcome.Accepted, Reward = 1, JudgeVersion = "fake" }))],
            });
    }
}
