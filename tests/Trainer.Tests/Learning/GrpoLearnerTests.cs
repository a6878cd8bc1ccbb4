using Judges;
using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;

namespace Trainer.Tests.Learning;

public sealed class GrpoLearnerTests
{
    private static readonly GrpoOptions s_options = new() { Schedule = new() { WarmupSteps = 1, LearningRate = 1e-2 } };

    [Fact]
    public void The_same_seed_gives_the_same_weights_to_the_bit() => Assert.Equivalent(Train(seed: 4, steps: 4), Train(seed: 4, steps: 4));

    [Fact]
    public void Cutting_a_step_into_microbatches_does_not_change_it()
    {
        var (whole, wholeMetrics) = OneStep(s_options);
        var (cut, cutMetrics) = OneStep(s_options with { MicrobatchTokens = 30 });

        Assert.Equal(wholeMetrics.Loss, cutMetrics.Loss, 1e-6);
        Assert.Equal(wholeMetrics.GradNorm, cutMetrics.GradNorm, 1e-5);
        Assert.Equal(wholeMetrics.ExpertLoads, cutMetrics.ExpertLoads);
        foreach (var (name, values) in whole)
            Tiny.AssertClose(values, cut[name], 2e-4);
    }

    [Fact]
    public void On_policy_the_ratio_is_1_and_nothing_is_clipped()
    {
        var (_, metrics) = OneStep(s_options);

        Assert.Equal(1, metrics.RatioMin, 1e-5);
        Assert.Equal(1, metrics.RatioMax, 1e-5);
        Assert.Equal(0, metrics.ClipFraction);
        Assert.InRange(metrics.Entropy, 0.1, Math.Log(Tiny.Config.VocabularySize));
        Assert.True(metrics is { Applied: true, GradNorm: > 0, Step: 1, LearningRate: 1e-2 });
        Assert.InRange(metrics.ExpertLoadMaxOverMean, 1, Tiny.Config.Experts);
    }

    [Fact]
    public void Balance_moves_every_bias_by_the_rate()
    {
        var (weights, metrics) = OneStep(s_options with { BalanceRate = 0.01 });

        Assert.Equal(2, metrics.ExpertLoads.Count);
        var mean = metrics.ExpertLoads[0].Average();
        Assert.Equal(metrics.ExpertLoads[0].Select(load => 0.01f * Math.Sign(mean - load)), weights["model.layers.1.mlp.gate.e_score_correction_bias"]);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_leaves_the_weights_alone()
    {
        using var policy = new Decoder(Tiny.Config, seed: 4);
        using var learner = new GrpoLearner(policy, s_options);
        var before = Tiny.Weights(policy);
        var batch = Tiny.Rollouts(policy, 1);
        batch[0] = batch[0] with { Advantage = double.NaN };

        var metrics = learner.Step(batch, TestContext.Current.CancellationToken);

        Assert.False(metrics.Applied);
        Assert.Equivalent(before, Tiny.Weights(policy));
    }

    [Fact]
    public void A_reference_policy_holds_the_policy_back()
    {
        using var reference = new Decoder(Tiny.Config, seed: 4);

        Assert.Throws<ArgumentException>(() => OneStep(s_options, reference));
        var kl = TrainAgainst(reference, 0.001);
        var held = TrainAgainst(reference, 5);

        Assert.True(kl > 2 * held, $"kl {kl} with a small price, {held} with a high one");
    }

    [Fact]
    public void A_batch_that_cannot_be_learned_from_is_refused()
    {
        using var policy = new Decoder(Tiny.Config, seed: 4);
        using var learner = new GrpoLearner(policy, s_options);
        var empty = new Completion { Tokens = [], Logprobs = [], FinishReason = FinishReason.Length };

        Assert.Throws<ArgumentException>(() => learner.Step([], TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => learner.Step([new([1], empty, 1)], TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => learner.Step([new([1], empty with { Tokens = [1] }, 1)], TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, float[]> Train(ulong seed, int steps)
    {
        using var policy = new Decoder(Tiny.Config, seed);
        using var learner = new GrpoLearner(policy, s_options);
        for (var step = 0; step < steps; step++)
            learner.Step(Tiny.Rollouts(policy, seed + (ulong)step), TestContext.Current.CancellationToken);
        return Tiny.Weights(policy);
    }

    private static (Dictionary<string, float[]> Weights, StepMetrics Metrics) OneStep(GrpoOptions options, Decoder? reference = null)
    {
        using var policy = new Decoder(Tiny.Config, seed: 4);
        using var learner = new GrpoLearner(policy, options, reference);
        var metrics = learner.Step(Tiny.Rollouts(policy, 1), TestContext.Current.CancellationToken);
        return (Tiny.Weights(policy), metrics);
    }

    private static double TrainAgainst(Decoder reference, double beta)
    {
        using var policy = new Decoder(Tiny.Config, seed: 4);
        using var learner = new GrpoLearner(policy, s_options with { KlBeta = beta }, reference);
        var steps = Enumerable.Range(0, 10)
            .Select(step => learner.Step(Tiny.Rollouts(policy, (ulong)step), TestContext.Current.CancellationToken)).ToList();
        return steps[^1].Kl;
    }
}
