using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// The auxiliary loss that keeps softmax routers balanced (Switch, arXiv 2101.03961 §2.2, as Hugging Face has it for Mixtral, Qwen and
/// OLMoE): E · Σₖ Σₑ fₖₑ·Pₑ, over the tokens of all layers together; fₖₑ is the share of tokens whose k-th choice is e, Pₑ the mean
/// score of e. It is k where the load is even.
/// </summary>
internal static class BalanceLoss
{
    // counted [N, 1], 1 for a token and 0 for padding
    public static Tensor Of(IReadOnlyList<Router.Choice> routes, Tensor counted)
    {
        var experts = routes[0].Scores.shape[1];
        var tokens = counted.sum() * routes.Count;
        var shares = zeros(experts);
        Tensor? scores = null;
        foreach (var route in routes)
        {
            shares = shares + ExpertLoad.Count(route.Experts, counted, experts);
            var seen = (route.Scores * counted).sum(0L);
            scores = scores is null ? seen : scores + seen;
        }

        return (shares / tokens * (scores! / tokens)).sum() * experts;
    }
}
