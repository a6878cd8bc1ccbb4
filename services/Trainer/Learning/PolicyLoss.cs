using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>
/// The loss of group-relative policy optimization (arXiv 2402.03300), over the tokens t of a step's completions:
/// <code>
/// ρ_t = exp(logπ(t) − logπ_old(t))
/// L = Σ_t w_t · (−min(ρ_t·A_t, clip(ρ_t, 1−ε, 1+ε_high)·A_t) + β·(exp(d_t) − d_t − 1)) − c · mean_t e_t·(min(H_t, cap) + k·U_t)
/// d_t = logπ_ref(t) − logπ(t),   H_t = −Σ_v π(v)·logπ(v),   U_t = mean_v logπ(v)
/// </code>
/// Departures from the published algorithm:
/// 1. w_t averages over all tokens of the step (DAPO) unless asked otherwise; published is SequenceMean.
/// 2. The upper clip may differ from the lower one (DAPO's clip-higher); published are equal ones.
/// 3. β is 0 and no reference policy is kept unless asked for; published is 0.04.
/// 4. The entropy bonus is not part of the publication; c = 0 switches it off. Its cap keeps it from paying for noise where a
///    distribution is open enough already; e_t lets the caller pay less on tasks that are solved.
///    U, the coverage, is −KL(uniform ‖ π) up to a constant. Tokens on which nothing depends yet drift until all but one have died out,
///    and entropy cannot bring one back: its gradient in a logit, −π(v)·(logπ(v) + H), vanishes with π(v). That of U, 1/V − π(v), does
///    not: what harms is held down by its rewards, and what does no harm comes up again. k = 0 switches it off.
/// 5. π_old is what the generator recorded while sampling, not a second forward pass of the old weights.
/// 6. Log-probabilities are those at temperature 1 also where sampling was hotter or colder, or drew a share of tokens uniformly: such
///    tokens count as if the policy had chosen them, so that a lucky one is learned at full strength.
/// 7. One optimizer step per batch of rollouts, so that ρ = 1 up to rounding unless batches lag behind the policy.
/// </summary>
internal sealed record PolicyLoss(double ClipEpsilon, double ClipEpsilonHigh, double KlBeta, double? EntropyCap = null, double Coverage = 0)
{
    /// <summary>The loss of some of the step's tokens; the parts of a step add up. Everything is [n].</summary>
    public Tensor Compute(TokenTerms terms, double entropyBonus)
    {
        var ratio = (terms.Logprobs - terms.OldLogprobs).exp();
        var clipped = ratio.clamp(1 - ClipEpsilon, 1 + ClipEpsilonHigh);
        var perToken = (ratio * terms.Advantages).minimum(clipped * terms.Advantages).neg();
        if (terms.ReferenceLogprobs is { } reference)
        {
            var difference = reference - terms.Logprobs;
            perToken = perToken + (difference.exp() - difference - 1) * KlBeta;
        }

        var loss = (perToken * terms.Weights).sum();
        if (entropyBonus == 0)
            return loss;

        var entropy = EntropyCap is { } cap ? terms.Entropy.clamp(max: cap) : terms.Entropy;
        if (terms.Coverage is { } coverage)
            entropy = entropy + coverage * Coverage;
        return loss - (entropy * terms.Exploration).sum() * (entropyBonus * terms.EntropyWeight);
    }
}

/// <param name="Logprobs">[n] logπ of each token, with gradient</param>
/// <param name="Entropy">[n] of the distribution each token came from</param>
/// <param name="Coverage">[n] mean log-probability of the vocabulary in that distribution, or null where nothing is paid for it</param>
/// <param name="OldLogprobs">[n]</param>
/// <param name="ReferenceLogprobs">[n], or null without a reference policy</param>
/// <param name="Advantages">[n]</param>
/// <param name="Weights">[n]; see <see cref="LossNormalizations.TokenWeights"/></param>
/// <param name="Exploration">[n]; see <see cref="TrainingSequence"/></param>
/// <param name="EntropyWeight">one over the number of tokens in the whole step</param>
internal sealed record TokenTerms(
    Tensor Logprobs, Tensor Entropy, Tensor? Coverage, Tensor OldLogprobs, Tensor? ReferenceLogprobs, Tensor Advantages, Tensor Weights, Tensor Exploration,
    double EntropyWeight);
