using System.ComponentModel.DataAnnotations;

namespace Judges.Training.Recipes;

/// <summary>How the policy learns: GRPO and AdamW.</summary>
internal sealed class LearningSection
{
    [Range(0, 1)]
    public double LearningRate { get; set; } = 2e-3;

    /// <summary>The learning rate at the end.</summary>
    [Range(0, 1)]
    public double FinalLearningRate { get; set; } = 2e-4;

    /// <summary>constant, linear or cosine.</summary>
    public Learning.Decay Decay { get; set; } = Learning.Decay.Linear;

    /// <summary>The share of the steps before the learning rate and the entropy bonus begin to fall.</summary>
    [Range(0, 0.999)]
    public double Hold { get; set; } = 0.6;

    [Range(0, 1_000_000)]
    public int WarmupSteps { get; set; } = 5;

    /// <summary>Nats of entropy that are worth one unit of advantage, per token.</summary>
    [Range(0, 10)]
    public double EntropyBonus { get; set; } = 0.01;

    [Range(0, 10)]
    public double FinalEntropyBonus { get; set; }

    /// <summary>Entropy above this many nats per token is not paid for; null: all of it is.</summary>
    [Range(0, 100)]
    public double? EntropyCap { get; set; }

    /// <summary>
    /// What a nat of the vocabulary's mean log-probability is worth in nats of entropy; default 0. Entropy alone cannot bring back a token
    /// that has died out before anything depended on it; this can. It costs a few responses their form while it is paid.
    /// </summary>
    [Range(0, 10)]
    public double Coverage { get; set; }

    /// <summary>Pay for a task's entropy and coverage by the share of it that is not solved yet (a running mean over about 20 steps).</summary>
    public bool EntropyFollowsAccuracy { get; set; }

    [Range(0, 10)]
    public double ClipEpsilon { get; set; } = 0.2;

    [Range(0, 10)]
    public double ClipEpsilonHigh { get; set; } = 0.2;

    /// <summary>The price of leaving the initial policy (k3); default 0.</summary>
    [Range(0, 1000)]
    public double KlBeta { get; set; }

    /// <summary>tokenMean, sequenceMean or fixedLength.</summary>
    public Learning.LossNormalization Normalization { get; set; } = Learning.LossNormalization.TokenMean;

    /// <summary>grpo, drGrpo or rloo.</summary>
    public AdvantageKind Advantage { get; set; } = AdvantageKind.Grpo;

    [Range(0, 1)]
    public double WeightDecay { get; set; } = 0.01;

    [Range(0, 0.999999)]
    public double Beta1 { get; set; } = 0.9;

    [Range(0, 0.999999)]
    public double Beta2 { get; set; } = 0.95;

    [Range(1e-6, 1e6)]
    public double MaxGradNorm { get; set; } = 1;

    /// <summary>How far an expert's selection bias moves per step towards balance.</summary>
    [Range(0, 1)]
    public double BalanceRate { get; set; } = 1e-3;

    [Range(1, 100_000_000)]
    public int MicrobatchTokens { get; set; } = 16_384;
}

/// <summary>The ways to turn a group's rewards into advantages.</summary>
internal enum AdvantageKind
{
    Grpo,
    DrGrpo,
    Rloo,
}
