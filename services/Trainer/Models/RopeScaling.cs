namespace Judges.Training.Models;

public enum RopeScalingKind
{
    /// <summary>All positions divided by the factor.</summary>
    Linear,

    /// <summary>Slow rotations divided, fast ones kept, those between blended by wavelength (Llama 3.1).</summary>
    Llama3,

    /// <summary>The same blended by rotation count, and attention sharpened (YaRN, arXiv 2309.00071).</summary>
    Yarn,
}

/// <summary>How rotary positions were stretched to rows longer than those first trained on; the names are those of config.json.</summary>
public sealed record RopeScaling(RopeScalingKind Kind, double Factor)
{
    /// <summary>The length first trained on.</summary>
    public int OriginalPositions { get; init; }

    /// <summary>Llama 3: rotations that go round at most this often over the original length are divided by the factor.</summary>
    public double LowFrequencyFactor { get; init; } = 1;

    /// <summary>Llama 3: those that go round at least this often are kept.</summary>
    public double HighFrequencyFactor { get; init; } = 4;

    /// <summary>YaRN: rotations that go round at least this often are kept.</summary>
    public double BetaFast { get; init; } = 32;

    /// <summary>YaRN: those that go round at most this often are divided by the factor.</summary>
    public double BetaSlow { get; init; } = 1;

    /// <summary>YaRN: sharpness of the rotated part; null for the paper's.</summary>
    public double? Mscale { get; init; }

    /// <summary>YaRN, as DeepSeek has it: sharpness of all scores.</summary>
    public double MscaleAllDimensions { get; init; }

    /// <summary>YaRN: what sines and cosines are multiplied by, where it is given outright.</summary>
    public double? AttentionFactor { get; init; }
}
