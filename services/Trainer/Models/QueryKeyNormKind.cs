namespace Judges.Training.Models;

/// <summary>What queries and keys are normalised over, before they are rotated.</summary>
public enum QueryKeyNormKind
{
    None,

    /// <summary>Each head by itself, with one weight for all heads (Qwen3).</summary>
    Head,

    /// <summary>The whole projection, before it is split into heads (OLMoE).</summary>
    Projection,
}
