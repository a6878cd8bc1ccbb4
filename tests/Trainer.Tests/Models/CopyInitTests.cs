using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class CopyInitTests
{
    private static readonly DecoderConfig Config = Tiny.Config with { KeyValueHeads = 4, CopyInit = 0.5 };

    [Fact]
    public void Values_and_outputs_together_begin_as_half_the_identity()
    {
        using var policy = new Decoder(Config, seed: 3);

        var values = policy.Parameters.All["model.layers.1.self_attn.v_proj.weight"];
        var outputs = policy.Parameters.All["model.layers.1.self_attn.o_proj.weight"];

        Tiny.AssertClose(Tiny.Values(eye(16) * 0.5), Tiny.Values(outputs.mm(values)), 1e-6);
        Tiny.AssertClose(Tiny.Values(eye(16)), Tiny.Values(values.mm(values.t())), 1e-6);
    }

    [Fact]
    public void Another_layer_or_seed_has_another_rotation()
    {
        using var policy = new Decoder(Config, seed: 3);
        using var other = new Decoder(Config, seed: 4);

        var weights = Tiny.Weights(policy);
        Assert.NotEqual(weights["model.layers.0.self_attn.v_proj.weight"], weights["model.layers.1.self_attn.v_proj.weight"]);
        Assert.NotEqual(weights["model.layers.0.self_attn.v_proj.weight"], Tiny.Weights(other)["model.layers.0.self_attn.v_proj.weight"]);
    }

    [Fact]
    public void It_needs_as_many_key_value_heads_as_heads()
    {
        var fault = Assert.Throws<ArgumentException>(() => (Config with { KeyValueHeads = 2 }).Validated());

        Assert.Contains("CopyInit", fault.Message, StringComparison.Ordinal);
    }
}
