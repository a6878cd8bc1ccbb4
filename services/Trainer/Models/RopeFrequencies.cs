namespace Judges.Training.Models;

/// <summary>Angles per position of the rotary embedding, plain or stretched.</summary>
internal static class RopeFrequencies
{
    // → [size / 2] radians per position
    public static double[] Of(int size, double theta, RopeScaling? scaling)
    {
        var frequencies = new double[size / 2];
        for (var i = 0; i < frequencies.Length; i++)
            frequencies[i] = Stretched(Math.Pow(theta, -2.0 * i / size), i, size, theta, scaling);
        return frequencies;
    }

    /// <summary>What sines and cosines are multiplied by.</summary>
    public static double Amplitude(RopeScaling? scaling) => scaling switch
    {
        { Kind: RopeScalingKind.Yarn, AttentionFactor: { } factor } => factor,
        { Kind: RopeScalingKind.Yarn, Mscale: { } mscale, MscaleAllDimensions: not 0 } =>
            Sharpness(scaling.Factor, mscale) / Sharpness(scaling.Factor, scaling.MscaleAllDimensions),
        { Kind: RopeScalingKind.Yarn } => Sharpness(scaling.Factor, 1),
        _ => 1,
    };

    /// <summary>What DeepSeek's latent attention multiplies its scores by, beside 1/√headSize.</summary>
    public static double ScoreFactor(RopeScaling? scaling) => scaling is { Kind: RopeScalingKind.Yarn, MscaleAllDimensions: not 0 }
        ? Math.Pow(Sharpness(scaling.Factor, scaling.MscaleAllDimensions), 2)
        : 1;

    // 0.1 · mscale · ln(factor) + 1
    private static double Sharpness(double factor, double mscale) => factor <= 1 ? 1 : 0.1 * mscale * Math.Log(factor) + 1;

    private static double Stretched(double frequency, int i, int size, double theta, RopeScaling? scaling) => scaling?.Kind switch
    {
        null => frequency,
        RopeScalingKind.Linear => frequency / scaling.Factor,
        RopeScalingKind.Llama3 => Blend(frequency, scaling.Factor, Llama3Kept(frequency, scaling)),
        _ => Blend(frequency, scaling.Factor, YarnKept(i, size, theta, scaling)),
    };

    private static double Blend(double frequency, double factor, double kept) => frequency * kept + frequency / factor * (1 - kept);

    private static double Llama3Kept(double frequency, RopeScaling scaling)
    {
        var turns = scaling.OriginalPositions * frequency / (2 * Math.PI);
        return Math.Clamp((turns - scaling.LowFrequencyFactor) / (scaling.HighFrequencyFactor - scaling.LowFrequencyFactor), 0, 1);
    }

    // A ramp over the dimensions between the one that goes round betaFast times and the one that goes round betaSlow times.
    private static double YarnKept(int i, int size, double theta, RopeScaling scaling)
    {
        var low = Math.Max(Math.Floor(Dimension(scaling.BetaFast)), 0);
        var high = Math.Min(Math.Ceiling(Dimension(scaling.BetaSlow)), size - 1);
        return 1 - Math.Clamp((i - low) / (high == low ? 0.001 : high - low), 0, 1);

        double Dimension(double turns) => size * Math.Log(scaling.OriginalPositions / (turns * 2 * Math.PI)) / (2 * Math.Log(theta));
    }
}
