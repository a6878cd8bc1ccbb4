using Judges.Training.Models;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Models;

public sealed class PartsTests
{
    private static readonly long[] s_tokens = [1, 5, 2, 9, 11, 3, 4, 4, 8, 0, 7, 6];

    public static TheoryData<string> Names { get; } = [.. Parts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Token_by_token_gives_what_the_whole_row_gives(string part)
    {
        using var guard = no_grad();
        using var decoder = Build(part);
        var whole = Tiny.Values(decoder.Logits(tensor(s_tokens).view(1, -1)));
        var fused = decoder.Fuse(ExpertPath.Grouped);
        var cache = fused.Cache(1, s_tokens.Length);

        var steps = new List<float>();
        foreach (var tokens in s_tokens[4..].Select(static token => new[] { token }).Prepend(s_tokens[..4]))
        {
            var hidden = fused.Forward(PaddedRows.Unpadded(tensor(tokens).view(1, -1)), cache, countLoad: false).Hidden;
            steps.AddRange(Tiny.Values(fused.Logits(hidden)));
        }

        Tiny.AssertClose(whole, steps.ToArray(), 2e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_expert_paths_agree_and_every_weight_takes_part(string part)
    {
        using var decoder = Build(part);

        var (dense, denseGradients) = Run(decoder, ExpertPath.Dense);
        var (grouped, groupedGradients) = Run(decoder, ExpertPath.Grouped);

        Tiny.AssertClose(dense, grouped, 1e-5);
        Assert.Equal(decoder.Parameters.Trained.Count, denseGradients.Count);
        foreach (var (name, gradient) in denseGradients)
        {
            Tiny.AssertClose(gradient, groupedGradients[name], 1e-5);
            Assert.True(gradient.Any(static value => value != 0) || name.EndsWith("k_proj.bias", StringComparison.Ordinal), name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ragged_prompts_in_one_batch_answer_as_they_do_alone(string part)
    {
        using var decoder = Build(part);
        var options = Tiny.Sampling() with { Greedy = true };
        var generator = new Generator(decoder);

        var together = generator.Generate(Tiny.RaggedPrompts, 1, options, 0, TestContext.Current.CancellationToken);

        foreach (var (prompt, answer) in Tiny.RaggedPrompts.Zip(together))
            Assert.Equal(generator.Generate([prompt], 1, options, 0, TestContext.Current.CancellationToken)[0].Tokens, answer.Tokens);
    }

    private static Decoder Build(string part) => new(Parts.All[part], seed: 11);

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
