namespace Judges.Training.Models;

/// <summary>How a router turns its logits into scores.</summary>
public enum RouterScoring
{
    /// <summary>Each expert by itself (DeepSeek-V3).</summary>
    Sigmoid,

    /// <summary>All experts against each other (Mixtral, Qwen, OLMoE, DeepSeek-V2).</summary>
    Softmax,
}
