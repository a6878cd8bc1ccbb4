using Judges.Training.Learning;

namespace Trainer.Tests.Learning;

public sealed class AdvantageEstimatorTests
{
    // mean 0.5, unbiased std √(0.5/3)
    private static readonly double?[] s_rewards = [1, 0.5, null, 0.5, 0];

    [Fact]
    public void Grpo_divides_by_the_unbiased_deviation()
    {
        var scale = Math.Sqrt(0.5 / 3) + 1e-4;

        Assert.Equal([0.5 / scale, 0, 0, 0, -0.5 / scale], new AdvantageEstimator.Grpo().Estimate(s_rewards));
    }

    [Fact]
    public void DrGrpo_only_centres() => Assert.Equal([0.5, 0, 0, 0, -0.5], new AdvantageEstimator.DrGrpo().Estimate(s_rewards));

    [Fact]
    public void Rloo_compares_with_the_mean_of_the_others()
    {
        var advantages = new AdvantageEstimator.Rloo().Estimate(s_rewards);

        Assert.Equal(1 - (0.5 + 0.5 + 0) / 3, advantages[0], 1e-12);
        Assert.Equal(0 - (1 + 0.5 + 0.5) / 3, advantages[4], 1e-12);
    }

    [Fact]
    public void A_group_without_contrast_teaches_nothing()
    {
        double?[][] groups = [[], [1], [null, 1, null], [null, null], [0.7, 0.7, 0.7]];

        foreach (var estimator in new AdvantageEstimator[] { new AdvantageEstimator.Grpo(), new AdvantageEstimator.DrGrpo(), new AdvantageEstimator.Rloo() })
            Assert.All(groups, group => Assert.Equal(new double[group.Length], estimator.Estimate(group)));
    }
}
