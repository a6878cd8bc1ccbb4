using Judges.Training.Generation;
using static TorchSharp.torch;

namespace Trainer.Tests.Generation;

public sealed class SamplingFilterTests
{
    private static readonly float[] s_probabilities = [0.1f, 0.4f, 0.05f, 0.25f, 0.2f];

    [Theory]
    [InlineData(1, 1.0, 0.0, "0 0.4 0 0 0")]
    [InlineData(3, 1.0, 0.0, "0 0.4 0 0.25 0.2")]
    [InlineData(5, 1.0, 0.0, "0.1 0.4 0.05 0.25 0.2")]
    [InlineData(0, 0.3, 0.0, "0 0.4 0 0 0")] // the likeliest stays, however small the mass
    [InlineData(0, 0.5, 0.0, "0 0.4 0 0.25 0")]
    [InlineData(0, 0.8, 0.0, "0 0.4 0 0.25 0.2")]
    [InlineData(3, 0.7, 0.0, "0 0.4 0 0.25 0")] // of the three that are left, which sum to 0.85
    [InlineData(0, 1.0, 0.3, "0 0.4 0 0.25 0.2")]
    [InlineData(0, 1.0, 1.0, "0 0.4 0 0 0")]
    public void What_stays_of_a_distribution(int topK, double topP, double minP, string expected)
    {
        var options = Tiny.Sampling() with { TopK = topK, TopP = topP, MinP = minP };

        var left = SamplingFilter.Apply(tensor(s_probabilities).unsqueeze(0), options);

        Tiny.AssertClose([.. expected.Split(' ').Select(float.Parse)], Tiny.Values(left), 1e-7);
    }

    [Fact]
    public void Of_equal_tokens_no_more_than_k_stay()
    {
        var left = SamplingFilter.Apply(full(2, 6, 1 / 6.0), Tiny.Sampling() with { TopK = 2 });

        Assert.Equal(4, left.gt(0).sum().item<long>());
    }

    [Theory]
    [InlineData(0.0, 1.0, 0.0, 0.0)]
    [InlineData(double.NaN, 1.0, 0.0, 0.0)]
    [InlineData(1.0, 0.0, 0.0, 0.0)]
    [InlineData(1.0, 1.5, 0.0, 0.0)]
    [InlineData(1.0, 1.0, -0.1, 0.0)]
    [InlineData(1.0, 1.0, 0.0, 1.0)]
    public void Options_out_of_range_are_refused(double temperature, double topP, double minP, double uniformShare)
    {
        var options = Tiny.Sampling() with { Temperature = temperature, TopP = topP, MinP = minP, UniformShare = uniformShare };

        Assert.Throws<ArgumentException>(() => options.Validate(Tiny.Config));
    }

    [Fact]
    public void Stop_tokens_outside_of_the_vocabulary_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (Tiny.Sampling() with { StopTokens = [12] }).Validate(Tiny.Config));
        Assert.Throws<ArgumentException>(() => (Tiny.Sampling() with { StopSequences = [[]] }).Validate(Tiny.Config));
        Assert.Throws<ArgumentException>(() => (Tiny.Sampling() with { StopSequences = [[1, -4]] }).Validate(Tiny.Config));
        (Tiny.Sampling() with { StopTokens = [0, 11], StopSequences = [[1, 2]] }).Validate(Tiny.Config);
    }
}
