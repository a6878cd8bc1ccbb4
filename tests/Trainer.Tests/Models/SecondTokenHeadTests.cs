using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

/// <summary>The head that predicts the token after the next.</summary>
public sealed class SecondTokenHeadTests
{
    private const int Rows = 2;
    private const int Columns = 5;

    private static readonly DecoderConfig s_config = new()
    {
        VocabularySize = 20,
        HiddenSize = 16,
        Layers = 2,
        Heads = 4,
        HeadSize = 6,
        Latent = new(6, 5, 2, 3),
        FirstDenseLayers = 1,
        Experts = 4,
        ExpertIntermediateSize = 6,
    };

    // A decoder of one layer that starts where the head's layer starts computes the same: its embeddings are the head's joined inputs.
    [Fact]
    public void It_is_one_more_layer_over_the_joined_norms_of_hidden_state_and_next_embedding()
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        using var decoder = new Decoder(s_config, seed: 3);
        using var head = Head(decoder);
        using var alone = new Decoder(s_config with { Layers = 1, FirstDenseLayers = 0 }, seed: 4);
        var tokens = Tokens();
        foreach (var (name, parameter) in head.Parameters.All)
        {
            if (alone.Parameters.All.TryGetValue(name.Replace("layers.2", "layers.0", StringComparison.Ordinal), out var same))
                same.copy_(parameter);
        }
        alone.Parameters.All["model.norm.weight"].copy_(head.Parameters.All["model.layers.2.shared_head.norm.weight"]);
        alone.Parameters.All["lm_head.weight"].copy_(decoder.Parameters.All["lm_head.weight"]);
        alone.Parameters.All["model.embed_tokens.weight"].narrow(0, 0, Rows * (Columns - 1)).copy_(Joined(decoder, head, tokens));

        var expected = alone.Logits(arange(Rows * (Columns - 1)).to(ScalarType.Int64).view(Rows, Columns - 1));

        Assert.InRange((head.Logits(tokens) - expected).abs().max().ToDouble(), 0, 1e-5);
    }

    [Fact]
    public void A_position_has_read_the_next_token_and_none_behind_it()
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        using var decoder = new Decoder(s_config, seed: 3);
        using var head = Head(decoder);
        var (tokens, others) = (Tokens(), Tokens());
        others.narrow(1, 3, 1).fill_(0);

        var difference = (head.Logits(tokens) - head.Logits(others)).abs().amax([0, 2]);

        Assert.Equal(0, difference.narrow(0, 0, 2).max().ToDouble());
        Assert.True(difference[2].ToDouble() > 1e-4);
    }

    [Fact]
    public void Its_loss_reaches_its_own_parameters_and_the_decoders()
    {
        using var scope = NewDisposeScope();
        using var decoder = new Decoder(s_config, seed: 3);
        using var head = Head(decoder);
        var tokens = Tokens();

        var logits = head.Logits(tokens).narrow(1, 0, Columns - 2).reshape(-1, 20);
        nn.functional.cross_entropy(logits, tokens.narrow(1, 2, Columns - 2).reshape(-1)).backward();

        Assert.All(head.Parameters.Trained, static parameter => Assert.NotNull(parameter.Value.grad));
        foreach (var name in (string[])["model.layers.2.eh_proj.weight", "model.layers.2.hnorm.weight", "model.layers.2.enorm.weight"])
            Assert.True(head.Parameters.All[name].grad!.abs().max().ToDouble() > 0, name);
        Assert.True(decoder.Parameters.All["model.embed_tokens.weight"].grad!.abs().max().ToDouble() > 0);
    }

    [Fact]
    public void In_bf16_it_says_about_the_same()
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        using var decoder = new Decoder(s_config, seed: 3);
        using var head = Head(decoder);
        var exact = head.Logits(Tokens());
        decoder.ComputeType = ScalarType.BFloat16;

        var rough = head.Logits(Tokens());

        Assert.Equal(ScalarType.Float32, rough.dtype);
        Assert.InRange((rough - exact).abs().max().ToDouble() / exact.abs().max().ToDouble(), 1e-6, 0.1);
    }

    [Fact]
    public void A_row_of_one_token_is_refused()
    {
        using var decoder = new Decoder(s_config, seed: 3);
        using var head = Head(decoder);

        Assert.Throws<ArgumentException>(() => head.Logits(zeros(1, 1).to(ScalarType.Int64)));
    }

    // Norms that start as ones would hide whether they are applied.
    private static SecondTokenHead Head(Decoder decoder)
    {
        using var guard = no_grad();
        var head = new SecondTokenHead(decoder, seed: 7);
        foreach (var (name, parameter) in head.Parameters.All.Where(static parameter => parameter.Key.EndsWith("norm.weight", StringComparison.Ordinal)))
            parameter.add_(arange(parameter.numel()).to(ScalarType.Float32) * (name.Contains("enorm", StringComparison.Ordinal) ? 0.1 : 0.05));
        return head;
    }

    private static Tensor Tokens() => (arange(Rows * Columns) * 7).remainder(20).to(ScalarType.Int64).view(Rows, Columns);

    // [B·(T-1), d], from the definition: the decoder's last state is what its logits are made of.
    private static Tensor Joined(Decoder decoder, SecondTokenHead head, Tensor tokens)
    {
        var states = decoder.Fuse(ExpertPath.Dense).Forward(PaddedRows.Unpadded(tokens), cache: null, countLoad: false).Hidden.view(Rows, Columns, -1);
        var hidden = Normed(states, decoder.Parameters.All["model.norm.weight"]).narrow(1, 0, Columns - 1);
        var next = decoder.Parameters.All["model.embed_tokens.weight"].index_select(0, tokens.narrow(1, 1, Columns - 1).reshape(-1)).view(Rows, Columns - 1, -1);
        var both = cat([Normed(next, head.Parameters.All["model.layers.2.enorm.weight"]), Normed(hidden, head.Parameters.All["model.layers.2.hnorm.weight"])], -1);
        return both.matmul(head.Parameters.All["model.layers.2.eh_proj.weight"].t()).view(Rows * (Columns - 1), -1);
    }

    private static Tensor Normed(Tensor x, Tensor weight) => x / (x.pow(2).mean([-1], keepdim: true) + 1e-6).sqrt() * weight;
}
