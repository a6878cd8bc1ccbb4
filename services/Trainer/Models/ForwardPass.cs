using TorchSharp;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>What the layers of one forward pass share. Rows are padded on the left, so that all of them end in the same column.</summary>
internal sealed record ForwardPass
{
    private readonly DisposeScope? _scope = CurrentDisposeScope; // what a layer records outlives the scope that the layer may run in

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The cache to read and extend, or null to attend within the pass alone.</summary>
    public KeyValueCache? Cache { get; init; }

    /// <summary>Rotations of this pass's columns.</summary>
    public required Rotation Rotation { get; init; }

    /// <summary>[1 or B, 1, 1, T, S], added to the attention scores; null where every position may be seen, or <see cref="Causal"/> says which.</summary>
    public Tensor? AttentionBias { get; init; }

    /// <summary>Each position sees itself and those before it, and there is no bias that says so.</summary>
    public bool Causal { get; init; }

    /// <summary>[B·T, 1], 1 for a token and 0 for padding; null counts no load.</summary>
    public Tensor? Counted { get; init; }

    /// <summary>[E] per routed layer: how many tokens chose each expert.</summary>
    public List<Tensor> ExpertLoads { get; } = [];

    /// <summary>What each routed layer chose; null keeps no record.</summary>
    public List<Router.Choice>? Routes { get; init; }

    /// <summary>The same, keeping no record: for computing a layer once more.</summary>
    public ForwardPass Again() => this with { Counted = null, Routes = null };

    /// <summary>Called by each routed layer once it has chosen.</summary>
    public void Routed(Router.Choice choice, long experts)
    {
        Routes?.Add(choice);
        if (Counted is not { } counted)
            return;

        var load = ExpertLoad.Count(choice.Experts, counted, experts);
        ExpertLoads.Add(_scope is null ? load.DetachFromDisposeScope() : load.MoveToOtherDisposeScope(_scope));
    }
}
