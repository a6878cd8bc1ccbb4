using Judges.Standalone.Evaluation;

namespace Judges.Tests.Evaluation;

public class EstimatorTests
{
    [Theory]
    // 1 − C(n−c, k) / C(n, k), by hand.
    [InlineData(4, 2, 1, 0.5)]
    [InlineData(4, 2, 2, 1 - (1.0 / 6))]
    [InlineData(5, 1, 3, 0.6)]
    [InlineData(10, 3, 5, 1 - (21.0 / 252))]
    [InlineData(4, 0, 4, 0)]
    [InlineData(4, 1, 4, 1)]
    [InlineData(3, 3, 1, 1)]
    public void PassAtK_is_the_unbiased_estimate(int samples, int correct, int k, double expected) =>
        Assert.Equal(expected, Estimators.PassAtK(samples, correct, k), 12);

    [Fact]
    public void PassAtK_agrees_with_counting_every_subset()
    {
        for (var n = 1; n <= 8; n++)
        {
            for (var c = 0; c <= n; c++)
            {
                for (var k = 1; k <= n; k++)
                {
                    var subsets = Enumerable.Range(0, 1 << n).Where(s => System.Numerics.BitOperations.PopCount((uint)s) == k).ToList();
                    var passing = subsets.Count(s => (s & ((1 << c) - 1)) != 0);
                    Assert.Equal((double)passing / subsets.Count, Estimators.PassAtK(n, c, k), 12);
                }
            }
        }
    }

    [Fact]
    public void PassAtK_of_many_samples_does_not_overflow() => Assert.Equal(1 - (0.9 * 0.9), Estimators.PassAtK(100_000, 10_000, 2), 5);

    [Theory]
    // Wilson 1927: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n); the numbers are of an independent calculation.
    [InlineData(0.5, 10, 0.236593, 0.763407)]
    [InlineData(0, 20, 0, 0.161125)]
    [InlineData(1, 20, 0.838875, 1)]
    [InlineData(0.25, 40, 0.141871, 0.40194)]
    public void Wilson_gives_the_score_interval(double mean, int count, double low, double high)
    {
        var interval = Estimators.Wilson(mean, count);

        Assert.Equal((low, high), (Math.Round(interval.Low, 6), Math.Round(interval.High, 6)));
    }

    [Fact]
    public void Wilson_of_nothing_says_nothing() => Assert.Equal(new Interval(0, 1), Estimators.Wilson(0, 0));

    [Theory]
    [InlineData(new[] { 0, 0, 1 }, 3, 1)]
    [InlineData(new[] { 0, 1, 1 }, 3, 0)]
    // Two lead together: half of a win.
    [InlineData(new[] { 0, 1 }, 2, 0.5)]
    // One of three is drawn.
    [InlineData(new[] { 0, 1, 2 }, 1, 1.0 / 3)]
    // Who gives no answer does not vote.
    [InlineData(new[] { 0, -1, -1 }, 3, 1)]
    [InlineData(new[] { -1, -1 }, 2, 0)]
    // {0,0}: 1, {0,1} twice: ½ each.
    [InlineData(new[] { 0, 0, 1 }, 2, 2.0 / 3)]
    public void MajAtK_is_the_chance_that_the_majority_is_right(int[] votes, int k, double expected) =>
        Assert.Equal(expected, Majority.AtK(votes, k, seed: 0), 12);

    [Fact]
    public void MajAtK_of_many_samples_is_drawn_and_repeats()
    {
        int[] votes = [.. Enumerable.Range(0, 64).Select(i => i < 40 ? 0 : 1)];

        var share = Majority.AtK(votes, 9, seed: 7);

        Assert.Equal(share, Majority.AtK(votes, 9, seed: 7));
        // The hypergeometric chance that at least 5 of 9 come from the 40 of 64.
        Assert.Equal(Hypergeometric(40, 24, 9), share, 0.01);
    }

    private static double Hypergeometric(int right, int wrong, int k) =>
        Enumerable.Range((k / 2) + 1, k - (k / 2)).Sum(r => Choose(right, r) * Choose(wrong, k - r)) / Choose(right + wrong, k);

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
