using Judges.Training.Models;

namespace Trainer.Tests.Models;

public sealed class RopeFrequenciesTests
{
    [Fact]
    public void Unscaled_they_fall_geometrically() =>
        Assert.Equal([1, 0.1, 0.01, 0.001], RopeFrequencies.Of(8, 10_000, null).Select(static value => Math.Round(value, 12)));

    [Fact]
    public void Linear_divides_them_all() =>
        Assert.Equal([0.5, 0.05], RopeFrequencies.Of(4, 100, new(RopeScalingKind.Linear, 2)).Select(static value => Math.Round(value, 12)));

    // Over 8192 positions: 1 turns 1304 times, kept; 0.001 turns 1.304 times, between 1 and 4; 0.0001 turns 0.13 times, divided.
    [Fact]
    public void Llama3_keeps_the_fast_divides_the_slow_and_blends_between()
    {
        var scaling = new RopeScaling(RopeScalingKind.Llama3, 8) { OriginalPositions = 8192 };

        var fast = RopeFrequencies.Of(8, 10_000, scaling);
        var slow = RopeFrequencies.Of(2 * 5, 1e5, scaling);

        Assert.Equal(1, fast[0], 1e-12);
        var kept = (8192 * 0.001 / (2 * Math.PI) - 1) / 3;
        Assert.Equal(0.001 * kept + 0.001 / 8 * (1 - kept), fast[3], 1e-12);
        Assert.Equal(0.0001 / 8, slow[4], 1e-12);
    }

    // Dimension of b turns: 8·ln(4096 / 2πb) / (2·ln 10⁴): 1.31 for b = 32, 2.81 for b = 1; the ramp goes from 1 to 3.
    [Fact]
    public void Yarn_ramps_between_the_two_turn_counts()
    {
        var frequencies = RopeFrequencies.Of(8, 10_000, new(RopeScalingKind.Yarn, 40) { OriginalPositions = 4096 });

        Assert.Equal(1, frequencies[0], 1e-12);
        Assert.Equal(0.1, frequencies[1], 1e-12);
        Assert.Equal(0.01 * 0.5 + 0.01 / 40 * 0.5, frequencies[2], 1e-12);
        Assert.Equal(0.001 / 40, frequencies[3], 1e-12);
    }

    [Fact]
    public void Yarn_sharpens_as_the_paper_says_or_as_DeepSeek_does()
    {
        var paper = new RopeScaling(RopeScalingKind.Yarn, 40) { OriginalPositions = 4096 };
        var deepSeek = paper with { Mscale = 0.707, MscaleAllDimensions = 0.707 };

        Assert.Equal(0.1 * Math.Log(40) + 1, RopeFrequencies.Amplitude(paper), 1e-12);
        Assert.Equal(1, RopeFrequencies.ScoreFactor(paper));
        Assert.Equal(1, RopeFrequencies.Amplitude(deepSeek), 1e-12);
        Assert.Equal(Math.Pow(0.0707 * Math.Log(40) + 1, 2), RopeFrequencies.ScoreFactor(deepSeek), 1e-12);
    }
}
