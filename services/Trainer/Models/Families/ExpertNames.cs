namespace Judges.Training.Models.Families;

/// <summary>
/// What a family calls the tensors of a routed layer, below model.layers.N. {0} is an expert's number; without it all experts lie in
/// one tensor, and gate and up projection in <see cref="GateUp"/>.
/// </summary>
internal sealed record ExpertNames(string Router, string? Gate, string? Up, string? GateUp, string Down)
{
    public static ExpertNames Common { get; } = new(
        "mlp.gate.weight", "mlp.experts.{0}.gate_proj.weight", "mlp.experts.{0}.up_proj.weight", null, "mlp.experts.{0}.down_proj.weight");

    /// <summary>What precedes the names of the shared experts' projections.</summary>
    public string Shared { get; init; } = "mlp.shared_experts";
}
