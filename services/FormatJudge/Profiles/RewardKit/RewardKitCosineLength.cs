namespace Judges.Format.Profiles.RewardKit;

/// <summary>The cosine schedule over words, clamped; right where <c>is_correct</c>, or where <c>correctness</c> reaches 0.9.</summary>
internal sealed class RewardKitCosineLength : IScoreProfile
{
    public string Name => "reward-kit/cosine-length";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/length.py cosine_length_reward";

    public double? Score(ProfileSample sample)
    {
        if (sample.LastTurn is not { Length: > 0 } text)
            return 0;
        var parameters = sample.Parameters;
        var right = parameters.Flag("is_correct") ?? parameters.Number("correctness") >= 0.9;
        var schedule = new CosineSchedule(
            parameters.Number("min_value_wrong", 0),
            parameters.Number("max_value_wrong", 0.3),
            parameters.Number("min_value_correct", 0.5),
            parameters.Number("max_value_correct", 1));
        return schedule.At(Math.Min(1, Math.Max(1, Py.Words(text).Count) / (double)parameters.Count("max_length", 1000)), right);
    }
}
