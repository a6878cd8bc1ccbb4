namespace Judges.Training.Models.Families;

/// <summary>Granite 3 MoE: all experts of a layer in one tensor, and four scales. Its softmax over the chosen logits is one over all, made to sum to one.</summary>
internal static class GraniteMoe
{
    public static ModelFamily Family { get; } = new("granitemoe", static fields =>
        CommonFields.ReadRouted(fields, "num_local_experts", "intermediate_size", normalize: true) with
        {
            EmbeddingScale = fields.Double("embedding_multiplier", 1),
            ResidualScale = fields.Double("residual_multiplier", 1),
            AttentionScale = fields.Double("attention_multiplier", 1),
            LogitScale = 1 / fields.Double("logits_scaling", 1),
        })
    {
        Experts = new(
            "block_sparse_moe.router.layer.weight", null, null, "block_sparse_moe.input_linear.weight", "block_sparse_moe.output_linear.weight"),
    };
}
