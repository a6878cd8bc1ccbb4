using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>All experts at once, side by side in one wide SwiGLU; a token's weights, mostly zero, scale its hidden units.</summary>
/// <param name="GateUp">[d, E·2I]</param>
/// <param name="Down">[E·I, d]</param>
internal sealed record DenseExperts(Router Router, Tensor GateUp, Tensor Down, long Experts, IFusedFeedForward? Shared) : IFusedFeedForward
{
    public static DenseExperts Fuse(Router router, Tensor gateUp, Tensor down, IFusedFeedForward? shared)
    {
        var (experts, hidden, width) = (down.shape[0], down.shape[1], down.shape[2]);
        return new(
            router,
            gateUp.view(experts * 2 * width, hidden).t(),
            down.transpose(1, 2).reshape(experts * width, hidden),
            experts,
            shared);
    }

    public Tensor Apply(Tensor x, ForwardPass pass)
    {
        var tokens = x.shape[0];
        var choice = Router.Route(x);
        var chosen = zeros(tokens, Experts).scatter(1, choice.Experts, choice.Weights); // [N, E]
        pass.Routed(choice, Experts);

        var halves = x.mm(GateUp).view(tokens, Experts, 2, -1).unbind(2); // [N, E, I] each
        var units = nn.functional.silu(halves[0]) * halves[1] * chosen.to(x.dtype).unsqueeze(-1);
        var routed = units.view(tokens, -1).mm(Down);
        return Shared is null ? routed : routed + Shared.Apply(x, pass);
    }
}
