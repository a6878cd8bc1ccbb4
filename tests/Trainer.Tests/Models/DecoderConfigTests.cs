namespace Trainer.Tests.Models;

public sealed class DecoderConfigTests
{
    [Fact]
    public void The_defaults_make_a_model() => Assert.Same(Tiny.Config, Tiny.Config.Validated());

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var config = Tiny.Config with { HeadSize = 3, KeyValueHeads = 3, ExpertsPerToken = 9, RopeTheta = double.NaN, Layers = 2, VocabularySize = 0 };

        var message = Assert.Throws<ArgumentException>(() => config.Validated()).Message;

        Assert.All(["HeadSize", "KeyValueHeads", "ExpertsPerToken", "RopeTheta", "VocabularySize"], name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_dense_decoder_needs_no_experts() =>
        (Tiny.Config with { FirstDenseLayers = 3, Experts = 0, ExpertsPerToken = 0, ExpertIntermediateSize = 0 }).Validated();
}
