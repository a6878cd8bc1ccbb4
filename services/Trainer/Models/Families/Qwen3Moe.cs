namespace Judges.Training.Models.Families;

/// <summary>Qwen3-MoE: Qwen3 with routed experts.</summary>
internal static class Qwen3Moe
{
    public static ModelFamily Family { get; } = new("qwen3_moe", static fields => QwenExperts.Read(fields) with { QueryKeyNorm = QueryKeyNormKind.Head });
}
