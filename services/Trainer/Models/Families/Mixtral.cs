namespace Judges.Training.Models.Families;

/// <summary>Mixtral: w1, w2 and w3 are gate, down and up projection.</summary>
internal static class Mixtral
{
    public static ModelFamily Family { get; } = new("mixtral", static fields =>
        CommonFields.ReadRouted(fields, "num_local_experts", "intermediate_size", normalize: true) with
        {
            RmsNormEpsilon = fields.Double("rms_norm_eps", 1e-5),
        })
    {
        Experts = new(
            "block_sparse_moe.gate.weight",
            "block_sparse_moe.experts.{0}.w1.weight",
            "block_sparse_moe.experts.{0}.w3.weight",
            null,
            "block_sparse_moe.experts.{0}.w2.weight"),
    };
}
