using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// Scores s = sigmoid(W·x) or softmax(W·x); the k experts with the highest s + b are chosen; their weights are s[chosen], without b,
/// over their sum where that is asked for, times the scaling (arXiv 2412.19437 §2.1.2; DeepSeek's inference/model.py, Gate). b takes
/// no gradient: see <see cref="LoadBalance"/>. With groups, only the best groups' experts are eligible.
/// </summary>
internal sealed record Router(Tensor Weight, Tensor? Bias, int ExpertsPerToken, bool Normalize, double Scaling)
{
    public RouterScoring Scoring { get; init; }

    public int Groups { get; init; } = 1;

    public int GroupsPerToken { get; init; } = 1;

    // x [N, d] → choices [N, k] int64, weights [N, k]
    public Choice Route(Tensor x)
    {
        var logits = Single(x.mm(Weight)); // [N, E]
        var scores = Scoring == RouterScoring.Sigmoid ? logits.sigmoid() : logits.softmax(-1);
        var selection = Bias is null ? scores.detach() : scores.detach() + Bias;
        if (Groups > 1)
            selection = Eligible(selection);
        var (_, choices) = selection.topk(ExpertsPerToken, -1, true, false);
        var weights = scores.gather(1, choices);
        if (Normalize)
            weights = weights / (weights.sum(-1, keepdim: true) + 1e-20);
        return new(choices, Scaling == 1 ? weights : weights * Scaling, scores);
    }

    // Scores, and the choice among them, are fp32 whatever the rest computes in.
    private static Tensor Single(Tensor logits) => logits.dtype == ScalarType.Float32 ? logits : logits.to(ScalarType.Float32);

    // −∞ for the experts of all but the best groups: with 0, as some have it, an excluded expert would beat one whose bias is negative.
    private Tensor Eligible(Tensor selection)
    {
        var grouped = selection.unflatten(1, Groups, -1); // [N, G, E/G]
        var groups = Bias is null ? grouped.amax(-1) : grouped.topk(2, -1, true, false).values.sum(-1); // [N, G]
        var (_, best) = groups.topk(GroupsPerToken, -1, true, false);
        var kept = zeros_like(groups).scatter_(1, best, ones(best.shape)).gt(0);
        return grouped.masked_fill(kept.logical_not().unsqueeze(-1), double.NegativeInfinity).flatten(1);
    }

    /// <param name="Experts">[N, k] int64</param>
    /// <param name="Weights">[N, k]</param>
    /// <param name="Scores">[N, E]</param>
    internal readonly record struct Choice(Tensor Experts, Tensor Weights, Tensor Scores);
}
