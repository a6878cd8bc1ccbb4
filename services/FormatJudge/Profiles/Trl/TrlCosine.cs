namespace Judges.Format.Profiles.Trl;

/// <summary>The cosine schedule over tokens, clamped at <c>max_len</c>; no score where <c>correct</c> is not known.</summary>
internal sealed class TrlCosine : IScoreProfile
{
    public string Name => "trl/cosine";

    public string Source => "huggingface/trl@f2cd577:trl/rewards/accuracy_rewards.py cosine_scaled_reward";

    public (double Worst, double Best) Range(ProfileParams parameters) => CosineSchedule.Of(parameters).Range;

    public double? Score(ProfileSample sample) => sample.Parameters.Flag("correct") is { } right
        ? CosineSchedule.Of(sample.Parameters).At(Math.Min(1, sample.TokenCount / (double)sample.Parameters.Count("max_len", 1000)), right)
        : null;
}
