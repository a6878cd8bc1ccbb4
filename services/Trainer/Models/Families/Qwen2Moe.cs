namespace Judges.Training.Models.Families;

/// <summary>Qwen1.5-MoE and Qwen2-MoE: one shared expert, weighed by a sigmoid.</summary>
internal static class Qwen2Moe
{
    public static ModelFamily Family { get; } = new("qwen2_moe", static fields => QwenExperts.Read(fields) with
    {
        QueryKeyValueBias = fields.Bool("qkv_bias", otherwise: true),
        SharedExperts = 1,
        SharedIntermediateSize = fields.Int("shared_expert_intermediate_size"),
        GatedSharedExperts = true,
    })
    {
        Experts = ExpertNames.Common with { Shared = "mlp.shared_expert" },
    };
}
