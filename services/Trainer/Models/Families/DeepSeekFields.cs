namespace Judges.Training.Models.Families;

/// <summary>What DeepSeek-V2 and V3 share: latent attention, first layers dense, shared experts beside the routed.</summary>
internal static class DeepSeekFields
{
    public static DecoderConfig Read(ConfigFields fields)
    {
        var rotary = fields.Int("qk_rope_head_dim");
        ConfigFields.Refuse(fields.Int("moe_layer_freq", 1) != 1, "moe_layer_freq other than 1");
        return CommonFields.Read(fields) with
        {
            HeadSize = fields.Int("qk_nope_head_dim") + rotary,
            Latent = new(
                fields.Int("q_lora_rank", 0), fields.Int("kv_lora_rank"), rotary, fields.Int("v_head_dim"), fields.Bool("rope_interleave", otherwise: true)),
            FirstDenseLayers = fields.Int("first_k_dense_replace", 0),
            Experts = fields.Int("n_routed_experts"),
            ExpertsPerToken = fields.Int("num_experts_per_tok"),
            ExpertIntermediateSize = fields.Int("moe_intermediate_size"),
            SharedExperts = fields.Int("n_shared_experts", 0),
            ExpertGroups = fields.Int("n_group", 1),
            GroupsPerToken = fields.Int("topk_group", 1),
            NormalizeExpertWeights = fields.Bool("norm_topk_prob"),
            RoutedScaling = fields.Double("routed_scaling_factor", 1),
        };
    }
}
