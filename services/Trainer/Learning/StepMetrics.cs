namespace Judges.Training.Learning;

/// <summary>What one step did. On-policy the loss is near 0 and tells nothing: look at reward and gradient.</summary>
public sealed record StepMetrics
{
    public required long Step { get; init; }

    public required double Loss { get; init; }

    /// <summary>Nats per token, mean over the step's completion tokens.</summary>
    public required double Entropy { get; init; }

    /// <summary>Before clipping.</summary>
    public required double GradNorm { get; init; }

    /// <summary>False where the gradient was not finite and the weights were left as they were.</summary>
    public required bool Applied { get; init; }

    /// <summary>Share of tokens whose ratio left the clip range in the direction of their advantage.</summary>
    public required double ClipFraction { get; init; }

    /// <summary>k3 estimate against the reference policy, mean per token; 0 without one.</summary>
    public required double Kl { get; init; }

    public required double RatioMean { get; init; }

    public required double RatioMin { get; init; }

    public required double RatioMax { get; init; }

    public required double LearningRate { get; init; }

    public required double EntropyBonus { get; init; }

    /// <summary>Completion tokens learned from.</summary>
    public required long Tokens { get; init; }

    /// <summary>Highest over mean load of an expert, the worst routed layer; 1 is balance, and 1 without routed layers.</summary>
    public required double ExpertLoadMaxOverMean { get; init; }

    /// <summary>[routed layers][experts] tokens that chose each expert.</summary>
    public required IReadOnlyList<IReadOnlyList<float>> ExpertLoads { get; init; }
}
