using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Tokens sorted by expert on the device, all experts in one grouped product; nothing waits for the device to say who chose what.</summary>
/// <param name="GateUp">[E, 2I, d]</param>
/// <param name="Down">[E, d, I]</param>
internal sealed record SortedExperts(Router Router, Tensor GateUp, Tensor Down, IFusedFeedForward? Shared) : IFusedFeedForward
{
    /// <summary>Whether there is a kernel for it where these weights are.</summary>
    public static bool IsFused(Tensor weights) => GroupedProduct.IsFused(weights);

    public Tensor Apply(Tensor x, ForwardPass pass)
    {
        var choice = Router.Route(x);
        pass.Routed(choice, GateUp.shape[0]);
        var routed = RoutedSwiGlu.apply(x, choice.Weights.to(x.dtype), GateUp, Down, choice.Experts);
        return Shared is null ? routed : routed + Shared.Apply(x, pass);
    }
}
