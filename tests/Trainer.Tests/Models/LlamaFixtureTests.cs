using Judges.Training.Checkpoints;
using Judges.Training.Generation;
using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Models;

/// <summary>A decoder without routed layers is a Llama: logits, gradients and greedy answers against Hugging Face's.</summary>
public sealed class LlamaFixtureTests
{
    private static readonly DecoderConfig s_config = new()
    {
        VocabularySize = 97,
        HiddenSize = 32,
        Layers = 2,
        Heads = 4,
        KeyValueHeads = 2,
        HeadSize = 8,
        DenseIntermediateSize = 48,
        FirstDenseLayers = 2,
        RopeTheta = 10_000,
        MaxPositions = 64,
    };

    [Fact]
    public void Logits_and_gradients_match()
    {
        using var decoder = Load();
        var fixture = Safetensors.Read(SharedData.Trainer("hf-llama/fixture.safetensors"));
        var labels = fixture["labels"].narrow(1, 1, 13).reshape(-1);
        var counted = labels.ne(-100).nonzero().view(-1);

        var logits = decoder.Logits(fixture["input_ids"]);
        var predictions = logits.narrow(1, 0, 13).reshape(-1, 97).index_select(0, counted);
        var loss = predictions.log_softmax(-1).gather(1, labels.index_select(0, counted).unsqueeze(-1)).mean().neg();
        loss.backward();

        Tiny.AssertClose(Tiny.Values(fixture["logits"][0]), Tiny.Values(logits[0]), 2e-5);
        Assert.Equal(5.140632629394531, loss.ToDouble(), 1e-5);
        foreach (var (name, parameter) in decoder.Parameters.Trained)
            Tiny.AssertClose(Tiny.Values(fixture[$"grad.{name}"]), Tiny.Values(parameter.grad!), 2e-5);
    }

    [Fact]
    public void Greedy_answers_match()
    {
        using var decoder = Load();
        var options = new SamplingOptions { MaxTokens = 12, EosToken = 2, Greedy = true };

        var completions = new Generator(decoder).Generate([[16, 44, 52, 9, 16, 39, 22, 38]], 1, options, 0, TestContext.Current.CancellationToken);

        Assert.Equal([63, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70], completions[0].Tokens);
    }

    private static Decoder Load()
    {
        var saved = Safetensors.Read(SharedData.Trainer("hf-llama/model.safetensors"));
        var decoder = new Decoder(s_config, seed: 0);
        using var guard = no_grad();
        foreach (var (name, parameter) in decoder.Parameters.Trained)
            parameter.copy_(saved[name]);
        return decoder;
    }
}
