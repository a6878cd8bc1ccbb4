namespace Judges.Training.Models.Families;

/// <summary>Which layers of a Qwen model are routed.</summary>
internal static class QwenExperts
{
    public static DecoderConfig Read(ConfigFields fields)
    {
        var dense = fields.Ints("mlp_only_layers");
        ConfigFields.Refuse(dense.Where(static (layer, i) => layer != i).Any(), "dense layers between routed ones, as mlp_only_layers names them");
        return CommonFields.ReadRouted(fields, "num_experts", "moe_intermediate_size", fields.Bool("norm_topk_prob")) with
        {
            FirstDenseLayers = dense.Count,
            SparseStep = fields.Int("decoder_sparse_step", 1),
        };
    }
}
