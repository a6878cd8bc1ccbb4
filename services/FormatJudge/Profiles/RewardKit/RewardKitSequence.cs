namespace Judges.Format.Profiles.RewardKit;

/// <summary>min(1, terms found in order ÷ min_matches); a term that is absent is passed over.</summary>
internal sealed class RewardKitSequence : IScoreProfile
{
    private static readonly string[] Usual = ["First", "Second", "Third", "Fourth", "Fifth", "Next", "Then", "Finally", "Conclusion"];

    public string Name => "reward-kit/sequence";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/reasoning_steps.py sequence_reward";

    public double? Score(ProfileSample sample)
    {
        var exact = sample.Parameters.Flag("case_sensitive") ?? false;
        var text = exact ? sample.LastTurn ?? "" : (sample.LastTurn ?? "").ToLowerInvariant();
        var (last, found) = (-1, 0);
        foreach (var term in sample.Parameters.Texts("sequence_terms") ?? Usual)
        {
            if (last + 1 > text.Length)
                break;
            var at = text.IndexOf(exact ? term : term.ToLowerInvariant(), last + 1, StringComparison.Ordinal);
            if (at <= last)
                continue;
            found++;
            last = at;
        }
        return Math.Min(1, (double)found / sample.Parameters.Count("min_matches", 3));
    }
}
