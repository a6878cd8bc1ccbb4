namespace Judges.Training.Learning;

/// <summary>
/// Turns the rewards of one group into advantages. A null reward (the judge failed) takes no part and gets advantage 0; a group
/// with fewer than two rewards, or with all of them equal, teaches nothing: advantage 0.
/// </summary>
public abstract record AdvantageEstimator
{
    private AdvantageEstimator()
    {
    }

    /// <summary>One advantage per reward.</summary>
    public double[] Estimate(IReadOnlyList<double?> rewardsOfOneGroup)
    {
        var advantages = new double[rewardsOfOneGroup.Count];
        double[] rewards = [.. rewardsOfOneGroup.OfType<double>()];
        if (rewards.Length < 2 || rewards.AsSpan().IndexOfAnyExcept(rewards[0]) < 0)
            return advantages;

        var mean = rewards.Average();
        var scale = Scale(rewards, mean);
        for (var i = 0; i < advantages.Length; i++)
            advantages[i] = rewardsOfOneGroup[i] is { } reward ? (reward - mean) * scale : 0;
        return advantages;
    }

    // What the difference to the group's mean is multiplied by.
    private protected abstract double Scale(double[] rewards, double mean);

    /// <summary>A = (r − mean) / (std + ε), std unbiased (DeepSeekMath, arXiv 2402.03300; ε as in TRL).</summary>
    public sealed record Grpo(double Epsilon = 1e-4) : AdvantageEstimator
    {
        private protected override double Scale(double[] rewards, double mean) =>
            1 / (Math.Sqrt(rewards.Sum(reward => (reward - mean) * (reward - mean)) / (rewards.Length - 1)) + Epsilon);
    }

    /// <summary>A = r − mean: no preference for questions on which the rewards barely differ (Dr. GRPO, arXiv 2503.20783).</summary>
    public sealed record DrGrpo : AdvantageEstimator
    {
        private protected override double Scale(double[] rewards, double mean) => 1;
    }

    /// <summary>A = r − mean of the others = n / (n−1) · (r − mean) (RLOO, arXiv 2402.14740).</summary>
    public sealed record Rloo : AdvantageEstimator
    {
        private protected override double Scale(double[] rewards, double mean) => rewards.Length / (rewards.Length - 1.0);
    }
}
