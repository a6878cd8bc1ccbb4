namespace Judges.Format.Profiles.OpenR1;

/// <summary>The cosine schedule over code points, not clamped: beyond <c>max_len</c> the reward climbs again.</summary>
internal sealed class OpenR1Cosine : IScoreProfile
{
    public string Name => "open-r1/cosine";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py cosine_scaled_reward";

    public (double Worst, double Best) Range(ProfileParams parameters) => CosineSchedule.Of(parameters).Range;

    public double? Score(ProfileSample sample)
    {
        // A gold answer that cannot be read counts as solved there.
        if (sample.Parameters.Flag("correct") is not { } right)
            return 1;
        return CosineSchedule.Of(sample.Parameters).At(Py.Length(sample.Text) / (double)sample.Parameters.Count("max_len", 1000), right);
    }
}
