namespace Judges.Format.Profiles.RewardKit;

/// <summary>The distance of the number of words from <c>target_length</c>, or from the span <c>min_length</c> to <c>max_length</c>, linearly.</summary>
internal sealed class RewardKitLength : IScoreProfile
{
    public string Name => "reward-kit/length";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/length.py length_reward";

    public double? Score(ProfileSample sample)
    {
        if (sample.LastTurn is not { Length: > 0 } text)
            return 0;
        // The peer splits the stripped text: an empty one still counts 1.
        double words = Math.Max(1, Py.Words(text).Count);
        if (sample.Parameters.Number("target_length") is { } target)
            return Math.Max(0, 1 - (target > 0 ? Math.Abs(words - target) / target : 1));
        return (sample.Parameters.Number("min_length"), sample.Parameters.Number("max_length")) switch
        {
            ({ } least, _) when words < least => words / least,
            ({ } least, { } most) when words > most => 1 - Math.Min(1, (words - most) / (most - least)),
            (null, { } most) when words > most => 1 - Math.Min(1, (words - most) / most),
            (null, null) => 1 - Math.Min(1, words / 100),
            _ => 1,
        };
    }
}
