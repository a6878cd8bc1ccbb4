namespace Judges.Format.Profiles.RewardKit;

/// <summary>max(0, 1 − (1 − different n-grams ÷ n-grams) × max_penalty); nothing to look at earns 1.</summary>
internal sealed class RewardKitRepetition : IScoreProfile
{
    public string Name => "reward-kit/repetition";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/repetition.py repetition_penalty_reward";

    public double? Score(ProfileSample sample)
    {
        if (sample.LastTurn is not { } text)
            return 0;
        var grams = NGrams.Of(Py.Words(text.ToLowerInvariant()), sample.Parameters.Count("ngram_size", 3));
        return grams.Total == 0
            ? 1
            : Math.Max(0, 1 - (1 - (double)grams.Unique / grams.Total) * sample.Parameters.Number("max_penalty", 0.5));
    }
}
