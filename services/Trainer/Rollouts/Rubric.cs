namespace Judges.Training.Rollouts;

/// <summary>How much one judge's reward counts.</summary>
internal sealed record RewardTerm(string Judge, double Weight);

/// <summary>The reward of a rollout: the sum of weight × reward over the judges that were asked.</summary>
internal sealed class Rubric
{
    private readonly Dictionary<string, double> _weights;

    public Rubric(IEnumerable<RewardTerm> terms)
    {
        _weights = terms.ToDictionary(static term => term.Judge, static term => term.Weight, StringComparer.Ordinal);
        if (_weights.Count == 0 || _weights.Values.Any(static weight => !double.IsFinite(weight)))
            throw new ArgumentException("a rubric needs at least one term, each with a finite weight", nameof(terms));
    }

    /// <summary>
    /// The reward, or null when any judge that the rubric weighs could not judge: such a rollout is dropped, never scored, because a
    /// missing term would look like a wrong answer.
    /// </summary>
    public double? Score(IReadOnlyDictionary<string, Verdict> verdicts)
    {
        var sum = 0.0;
        foreach (var (judge, verdict) in verdicts)
        {
            if (!_weights.TryGetValue(judge, out var weight))
                continue;
            if (verdict.Reward is not { } reward)
                return null;
            sum += weight * reward;
        }
        return sum;
    }
}
