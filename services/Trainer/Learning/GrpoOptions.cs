namespace Judges.Training.Learning;

/// <summary>How a policy learns from rollouts; the loss is <see cref="PolicyLoss"/>.</summary>
public sealed record GrpoOptions
{
    public Schedule Schedule { get; init; } = new();

    /// <summary>ε: how far below 1 the probability ratio still counts. Default 0.2.</summary>
    public double ClipEpsilon { get; init; } = 0.2;

    /// <summary>How far above 1 it still counts. Default 0.2.</summary>
    public double ClipEpsilonHigh { get; init; } = 0.2;

    /// <summary>Default TokenMean.</summary>
    public LossNormalization Normalization { get; init; } = LossNormalization.TokenMean;

    /// <summary>Completion length that <see cref="LossNormalization.FixedLength"/> divides by. Default 1024 tokens.</summary>
    public int MaxCompletionTokens { get; init; } = 1024;

    /// <summary>β: price of leaving the reference policy. Default 0: none is needed.</summary>
    public double KlBeta { get; init; }

    /// <summary>Entropy, in nats, beyond which a token earns no more of the schedule's entropy bonus; null for no cap. Default null.</summary>
    public double? EntropyCap { get; init; }

    /// <summary>k: what a nat of the vocabulary's mean log-probability is worth in nats of entropy, so that no token dies out. Default 0.</summary>
    public double Coverage { get; init; }

    /// <summary>AdamW's decoupled decay, on matrices only. Default 0.01.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Default 0.95.</summary>
    public double Beta2 { get; init; } = 0.95;

    /// <summary>Default 1e-8.</summary>
    public double AdamEpsilon { get; init; } = 1e-8;

    /// <summary>Longest gradient; a longer one is scaled down to it. Default 1.</summary>
    public double MaxGradNorm { get; init; } = 1;

    /// <summary>How much an expert's selection bias moves per step; 0 freezes it. Default 1e-3.</summary>
    public double BalanceRate { get; init; } = 1e-3;

    /// <summary>Most tokens, padding included, that go through the model at once. Default 16384.</summary>
    public int MicrobatchTokens { get; init; } = 16_384;

    /// <summary>How the experts are computed; null chooses by the size of a microbatch. Default null.</summary>
    public Models.ExpertPath? ExpertPath { get; init; }
}
