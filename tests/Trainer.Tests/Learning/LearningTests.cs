using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;

namespace Trainer.Tests.Learning;

/// <summary>The parts together: a policy finds out, from rewards alone, what is wanted.</summary>
public sealed class LearningTests
{
    private const int Wanted = 3;

    [Fact]
    public void A_policy_learns_to_answer_with_the_rewarded_token()
    {
        using var policy = new Decoder(Tiny.Config with { InitialStd = 0.02, Layers = 2 }, seed: 1);
        using var learner = new GrpoLearner(policy, new() { Schedule = new() { Steps = 60, LearningRate = 5e-3, FinalLearningRate = 5e-4 } });

        var first = Step(policy, learner, 0);
        for (var step = 1; step < 59; step++)
            Step(policy, learner, (ulong)step);
        var last = Step(policy, learner, 59);

        Assert.InRange(first, 0, 0.2);
        Assert.InRange(last, 0.9, 1);
    }

    // Reward: the share of the answer's four places that hold the wanted token. Answers the mean reward.
    private static double Step(Decoder policy, GrpoLearner learner, ulong seed)
    {
        const int GroupSize = 16;
        var completions = new Generator(policy).Generate(Tiny.RaggedPrompts, GroupSize, Tiny.Sampling(4), seed, TestContext.Current.CancellationToken);
        double?[] rewards = [.. completions.Select(static completion => completion.Tokens.Count(static token => token == Wanted) / 4.0)];
        var advantages = rewards.Chunk(GroupSize).SelectMany(new AdvantageEstimator.Grpo().Estimate).ToList();
        learner.Step(
            [.. completions.Select((completion, i) => new TrainingSequence(Tiny.RaggedPrompts[i / GroupSize], completion, advantages[i]))],
            TestContext.Current.CancellationToken);
        return rewards.Average()!.Value;
    }
}
