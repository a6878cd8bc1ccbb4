using Judges.Training.Generation;
using static TorchSharp.torch;

namespace Trainer.Tests.Generation;

public sealed class TokenSamplerTests
{
    private static readonly float[] s_probabilities = [0.5f, 0f, 0.3f, 0.2f, 0f];

    [Fact]
    public void Tokens_come_as_often_as_their_probability_says()
    {
        var counts = Count(Tiny.Sampling());

        for (var token = 0; token < s_probabilities.Length; token++)
            Assert.Equal(s_probabilities[token], counts[token] / 20_000.0, 0.015);
        Assert.Equal((0, 0), (counts[1], counts[4]));
    }

    [Fact]
    public void Temperature_sharpens()
    {
        var counts = Count(Tiny.Sampling() with { Temperature = 0.5 });

        Assert.Equal(0.25 / (0.25 + 0.09 + 0.04), counts[0] / 20_000.0, 0.015);
    }

    [Fact]
    public void A_uniform_share_reaches_tokens_that_the_policy_never_takes()
    {
        var counts = Count(Tiny.Sampling() with { UniformShare = 0.2 });

        for (var token = 0; token < s_probabilities.Length; token++)
            Assert.Equal(0.8 * s_probabilities[token] + 0.2 / 5, counts[token] / 20_000.0, 0.015);
        Assert.Equal(20_000, Count(Tiny.Sampling() with { UniformShare = 0.2, Greedy = true })[0]);
    }

    [Fact]
    public void A_rows_draw_does_not_depend_on_its_neighbours()
    {
        var sampler = new TokenSampler(Tiny.Sampling(), seed: 9);
        var logits = tensor(s_probabilities).log().repeat(100, 1);

        var all = sampler.Sample(logits, Drafts(Enumerable.Range(0, 100))).Tokens;
        var some = sampler.Sample(logits.narrow(0, 0, 2), Drafts([70, 40])).Tokens;

        Assert.Equal([all[70], all[40]], some);
    }

    private static Draft[] Drafts(IEnumerable<int> rows) => [.. rows.Select(static row => new Draft(row, new Endings(Tiny.Sampling()), 8, null))];

    private static int[] Count(SamplingOptions options)
    {
        var sampler = new TokenSampler(options, seed: 9);
        var (tokens, _) = sampler.Sample(tensor(s_probabilities).log().repeat(20_000, 1), Drafts(Enumerable.Range(0, 20_000)));
        return [.. Enumerable.Range(0, s_probabilities.Length).Select(token => tokens.Count(drawn => drawn == token))];
    }
}
