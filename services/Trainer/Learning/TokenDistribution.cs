using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>What a policy says of the tokens that were chosen.</summary>
/// <param name="Logprobs">[n]</param>
/// <param name="Entropy">[n], −Σ p·log p</param>
/// <param name="Coverage">[n], the mean of log p over the vocabulary, or null where it was not asked for</param>
internal sealed record TokenDistribution(Tensor Logprobs, Tensor Entropy, Tensor? Coverage)
{
    // logits [n, V], targets [n] int64
    public static TokenDistribution Of(Tensor logits, Tensor targets, bool entropyGradient, bool coverage = false)
    {
        var logprobs = logits.log_softmax(-1);
        var chosen = logprobs.gather(1, targets.unsqueeze(-1)).squeeze(-1);
        var all = entropyGradient ? logprobs : logprobs.detach();
        return new(chosen, (all.exp() * all).sum(-1).neg(), coverage ? all.mean([-1]) : null);
    }
}
