using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>The N·k choices of a batch, sorted by expert; choice i is token i / k's.</summary>
/// <param name="Choices">[N·k] for each sorted place its choice</param>
/// <param name="Places">[N, k] for each choice its sorted place</param>
/// <param name="Ends">[E] int32, where each expert's places end</param>
internal readonly record struct ExpertOrder(Tensor Choices, Tensor Places, Tensor Ends)
{
    // experts [N, k] int64
    public static ExpertOrder Of(Tensor experts, long count)
    {
        var (sorted, choices) = experts.reshape(-1).sort(0, false, true);
        var places = empty_like(choices).scatter_(0, choices, arange(choices.shape[0], ScalarType.Int64, choices.device));
        var ends = searchsorted(sorted, arange(count, ScalarType.Int64, sorted.device), out_int32: true, right: true);
        return new(choices, places.view(experts.shape), ends);
    }

    // x [N, d] → [N·k, d], expert by expert
    public static Tensor Spread(Tensor x, Tensor choices, Tensor places) =>
        TorchSharp.Extensions.Spread.Of(x, choices, places.shape[1]);
}
