using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class DecoderTests
{
    [Fact]
    public void Parameters_have_the_names_of_Hugging_Face()
    {
        using var decoder = new Decoder(Tiny.Config with { Layers = 2 }, seed: 1);

        string[] expected =
        [
            "lm_head.weight", "model.embed_tokens.weight",
            "model.layers.0.input_layernorm.weight",
            "model.layers.0.mlp.down_proj.weight", "model.layers.0.mlp.gate_proj.weight", "model.layers.0.mlp.up_proj.weight",
            "model.layers.0.post_attention_layernorm.weight",
            "model.layers.0.self_attn.k_proj.weight", "model.layers.0.self_attn.o_proj.weight",
            "model.layers.0.self_attn.q_proj.weight", "model.layers.0.self_attn.v_proj.weight",
            "model.layers.1.input_layernorm.weight",
            "model.layers.1.mlp.experts.down_proj", "model.layers.1.mlp.experts.gate_up_proj",
            "model.layers.1.mlp.gate.e_score_correction_bias", "model.layers.1.mlp.gate.weight",
            "model.layers.1.mlp.shared_experts.down_proj.weight",
            "model.layers.1.mlp.shared_experts.gate_proj.weight", "model.layers.1.mlp.shared_experts.up_proj.weight",
            "model.layers.1.post_attention_layernorm.weight",
            "model.layers.1.self_attn.k_proj.weight", "model.layers.1.self_attn.o_proj.weight",
            "model.layers.1.self_attn.q_proj.weight", "model.layers.1.self_attn.v_proj.weight",
            "model.norm.weight",
        ];
        Assert.Equal(expected, decoder.Parameters.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_seed_fixes_the_weights()
    {
        using var one = new Decoder(Tiny.Config, seed: 1);
        using var same = new Decoder(Tiny.Config, seed: 1);
        using var other = new Decoder(Tiny.Config, seed: 2);

        Assert.Equivalent(Tiny.Weights(one), Tiny.Weights(same));
        Assert.NotEqual(Tiny.Values(one.Parameters.All["lm_head.weight"]), Tiny.Values(other.Parameters.All["lm_head.weight"]));
    }

    [Fact]
    public void Weights_start_with_the_standard_deviation_asked_for()
    {
        using var decoder = new Decoder(Tiny.Config with { HiddenSize = 64, Layers = 2, InitialStd = 0.02 }, seed: 1);

        Assert.Equal(0.02, Std(decoder, "model.layers.0.self_attn.q_proj.weight"), 0.001);
        Assert.Equal(0.02 / 2, Std(decoder, "model.layers.1.mlp.experts.down_proj"), 0.001);
    }

    [Fact]
    public void Tied_embeddings_have_one_matrix()
    {
        using var decoder = new Decoder(Tiny.Config with { TieEmbeddings = true }, seed: 1);

        Assert.DoesNotContain("lm_head.weight", decoder.Parameters.All.Keys);
        Assert.Equal([1L, 2, Tiny.Config.VocabularySize], decoder.Logits(tensor([1L, 2L]).view(1, 2)).shape);
    }

    [Fact]
    public void A_token_does_not_see_the_next_one()
    {
        using var decoder = new Decoder(Tiny.Config, seed: 1);

        var one = Tiny.Values(decoder.Logits(tensor([1L, 2L, 3L]).view(1, 3)));
        var other = Tiny.Values(decoder.Logits(tensor([1L, 2L, 9L]).view(1, 3)));

        Assert.Equal(one[..24], other[..24]);
        Assert.NotEqual(one[24..], other[24..]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Padding_on_the_left_changes_nothing(bool learnedPositions)
    {
        using var decoder = new Decoder(Tiny.Config with { LearnedPositions = learnedPositions }, seed: 1);
        var fused = decoder.Fuse(ExpertPath.Dense);
        var padded = PaddedRows.Pack([0, 0, 5, 6, 7], 5, [2], [5]);

        var logits = Tiny.Values(fused.Logits(fused.Forward(padded, cache: null, countLoad: false).Hidden));

        Tiny.AssertClose(Tiny.Values(decoder.Logits(tensor([5L, 6L, 7L]).view(1, 3))), logits.AsSpan(2 * Tiny.Config.VocabularySize), 1e-5);
    }

    private static double Std(Decoder decoder, string name) =>
        Math.Sqrt(Tiny.Values(decoder.Parameters.All[name]).Average(static value => (double)value * value));
}
