namespace Judges.Standalone.Evaluation;

/// <summary>The statistics of an evaluation.</summary>
internal static class Estimators
{
    /// <summary>The 97.5 % quantile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>
    /// pass@k = 1 − C(n−c, k) / C(n, k): the unbiased estimate that one of k samples passes when c of n did
    /// (Chen et al. 2021, "Evaluating Large Language Models Trained on Code", equation 1).
    /// </summary>
    public static double PassAtK(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, k);
        if (samples - correct < k)
            return 1;
        // C(n−c, k) / C(n, k) as a product: no factorial that overflows.
        var none = 1.0;
        for (var i = samples - correct + 1; i <= samples; i++)
            none *= 1.0 - ((double)k / i);
        return 1 - none;
    }

    /// <summary>
    /// Wilson's score interval for a mean of values in [0, 1] over n independent problems; for a mean that is no proportion it is
    /// conservative, because no distribution on [0, 1] with that mean varies more than the one on {0, 1}.
    /// </summary>
    public static Interval Wilson(double mean, int count)
    {
        if (count == 0)
            return new Interval(0, 1);
        var zz = Z * Z / count;
        var centre = (mean + (zz / 2)) / (1 + zz);
        var half = Z / (1 + zz) * Math.Sqrt((mean * (1 - mean) / count) + (zz / (4 * count)));
        return new Interval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}

/// <summary>A 95 % interval.</summary>
internal readonly record struct Interval(double Low, double High);
