using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class ExpertPathTests
{
    private static readonly long[] s_tokens = [1, 5, 2, 9, 11, 3, 4, 4, 8, 0, 7, 6];

    [Fact]
    public void Both_paths_give_the_same_logits_and_gradients()
    {
        using var decoder = new Decoder(Tiny.Config, seed: 3);

        var (dense, denseGradients) = Run(decoder, ExpertPath.Dense);
        var (grouped, groupedGradients) = Run(decoder, ExpertPath.Grouped);

        Tiny.AssertClose(dense, grouped, 1e-5);
        foreach (var (name, gradient) in denseGradients)
            Tiny.AssertClose(gradient, groupedGradients[name], 1e-5);
    }

    [Fact]
    public void An_expert_no_token_chose_is_left_out()
    {
        using var decoder = new Decoder(Tiny.Config with { Experts = 32 }, seed: 3);

        Tiny.AssertClose(Run(decoder, ExpertPath.Dense).Logits, Run(decoder, ExpertPath.Grouped).Logits, 1e-5);
    }

    [Fact]
    public void Load_counts_each_token_once_per_choice_and_no_padding()
    {
        using var decoder = new Decoder(Tiny.Config, seed: 3);
        var rows = PaddedRows.Pack(s_tokens, 6, [0, 2], [6, 5]);

        foreach (var path in Enum.GetValues<ExpertPath>())
        {
            var output = decoder.Fuse(path).Forward(rows, cache: null, countLoad: true);

            Assert.Equal(2, output.ExpertLoads.Count);
            Assert.All(output.ExpertLoads, load => Assert.Equal(9 * Tiny.Config.ExpertsPerToken, load.sum().ToDouble()));
        }
    }

    private static (float[] Logits, Dictionary<string, float[]> Gradients) Run(Decoder decoder, ExpertPath path)
    {
        foreach (var (_, parameter) in decoder.Parameters.Trained)
            parameter.grad = null;
        var logits = decoder.Logits(tensor(s_tokens).view(2, 6), path);
        logits.log_softmax(-1).square().mean().backward();
        return (Tiny.Values(logits), decoder.Parameters.Trained.Where(static parameter => parameter.Value.grad is not null)
            .ToDictionary(static parameter => parameter.Key, static parameter => Tiny.Values(parameter.Value.grad!)));
    }
}
