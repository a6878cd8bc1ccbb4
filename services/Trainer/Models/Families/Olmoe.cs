namespace Judges.Training.Models.Families;

/// <summary>OLMoE: queries and keys are normalised before they are split into heads; weights of experts sum to less than one.</summary>
internal static class Olmoe
{
    public static ModelFamily Family { get; } = new("olmoe", static fields =>
        CommonFields.ReadRouted(fields, "num_experts", "intermediate_size", fields.Bool("norm_topk_prob")) with
        {
            QueryKeyNorm = QueryKeyNormKind.Projection,
            RmsNormEpsilon = fields.Double("rms_norm_eps", 1e-5),
        });
}
