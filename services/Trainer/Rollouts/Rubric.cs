namespace Judges.Training.Rollouts;

/// <summary>How much one judge's reward counts.</summary>
internal sealed record RewardTerm(string Judge, double Weight);

/// <summary>
/// The reward of a rollout: the sum of weight × reward over the judges that were asked. With a gate, the other terms count only for
/// rollouts that the gate's judge accepts.
/// </summary>
internal sealed class Rubric
{
    private readonly Dictionary<string, double> _weights;
    private readonly string? _gate;

    /// <param name="terms">What each judge's reward weighs.</param>
    /// <param name="gate">The judge whose acceptance the other terms wait for, or null.</param>
    public Rubric(IEnumerable<RewardTerm> terms, string? gate = null)
    {
        _gate = gate;
        _weights = terms.ToDictionary(static term => term.Judge, static term => term.Weight, StringComparer.Ordinal);
        if (_weights.Count == 0 || _weights.Values.Any(static weight => !double.IsFinite(weight)))
            throw new ArgumentException("a rubric needs at least one term, each with a finite weight", nameof(terms));
        if (gate is not null && !_weights.ContainsKey(gate))
            throw new ArgumentException($"the gate `{gate}` is none of the rubric's terms", nameof(gate));
    }

    /// <summary>
    /// The reward, or null when any judge that the rubric weighs could not judge: such a rollout is dropped, never scored, because a
    /// missing term would look like a wrong answer.
    /// </summary>
    public double? Score(IReadOnlyDictionary<string, Verdict> verdicts)
    {
        var sum = 0.0;
        var open = _gate is null || !verdicts.TryGetValue(_gate, out var gate) || gate.Passed;
        foreach (var (judge, verdict) in verdicts)
        {
            if (!_weights.TryGetValue(judge, out var weight))
                continue;
            if (verdict.Reward is not { } reward)
                return null;
            if (open || judge == _gate)
                sum += weight * reward;
        }
        return sum;
    }
}
