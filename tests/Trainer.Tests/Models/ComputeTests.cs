using Judges.Training.Learning;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

/// <summary>Layers that are computed again in the backward pass, and arithmetic in a narrower type.</summary>
public sealed class ComputeTests
{
    [Fact]
    public void A_step_with_recomputed_layers_is_the_same_step()
    {
        using var plain = new Decoder(Tiny.Config, seed: 5);
        using var recomputed = new Decoder(Tiny.Config, seed: 5) { RecomputeActivations = true };

        var (expected, actual) = (Step(plain), Step(recomputed));

        Assert.Equal(expected.Loss, actual.Loss, 1e-6);
        Assert.Equal(expected.GradNorm, actual.GradNorm, 1e-5);
        Assert.Equal(expected.ExpertLoads, actual.ExpertLoads);
        foreach (var (name, weight) in Tiny.Weights(plain))
            Tiny.AssertClose(weight, Tiny.Values(recomputed.Parameters.All[name]), 1e-5);
    }

    [Fact]
    public void Bfloat16_computes_the_same_but_for_rounding_and_trains_the_weights_themselves()
    {
        using var decoder = new Decoder(Tiny.Config, seed: 5);
        using var scope = NewDisposeScope();
        var tokens = tensor(new long[,] { { 1, 5, 2, 9, 11, 3 } });

        var expected = decoder.Logits(tokens);
        decoder.ComputeType = ScalarType.BFloat16;
        var actual = decoder.Logits(tokens);

        Assert.Equal(ScalarType.Float32, actual.dtype);
        var error = (expected - actual).abs().max().item<float>();
        Assert.InRange(error, 1e-6, 0.2);
        var before = Tiny.Weights(decoder);
        Step(decoder);
        Assert.All(decoder.Parameters.Trained, static parameter => Assert.Equal(ScalarType.Float32, parameter.Value.dtype));
        Assert.NotEqual(before["model.embed_tokens.weight"], Tiny.Weights(decoder)["model.embed_tokens.weight"]);
    }

    private static StepMetrics Step(Decoder decoder)
    {
        using var learner = new GrpoLearner(decoder, new());
        return learner.Step(Tiny.Rollouts(decoder, seed: 6), TestContext.Current.CancellationToken);
    }
}
