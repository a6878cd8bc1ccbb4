using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// DeepSeek-V3's router (arXiv 2412.19437 §2.1.2; inference/model.py, Gate): s = sigmoid(W·x); the k experts with the highest
/// s + b are chosen; their weights are s[chosen], without b, over their sum, times the scaling. b takes no gradient: see
/// <see cref="LoadBalance"/>.
/// </summary>
internal sealed record Router(Tensor Weight, Tensor Bias, int ExpertsPerToken, bool Normalize, double Scaling)
{
    // x [N, d] → choices [N, k] int64, weights [N, k]
    public Choice Route(Tensor x)
    {
        var scores = x.mm(Weight).sigmoid(); // [N, E]
        var (_, choices) = (scores.detach() + Bias).topk(ExpertsPerToken, -1, true, false);
        var weights = scores.gather(1, choices);
        if (Normalize)
            weights = weights / (weights.sum(-1, keepdim: true) + 1e-20);
        return new(choices, Scaling == 1 ? weights : weights * Scaling);
    }

    internal readonly record struct Choice(Tensor Experts, Tensor Weights);
}
