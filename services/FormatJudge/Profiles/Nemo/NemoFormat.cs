namespace Judges.Format.Profiles.Nemo;

/// <summary>0.25 for a thought and 0.75 for an answer between their tags; order and number are not looked at.</summary>
internal sealed class NemoFormat : IScoreProfile
{
    public string Name => "nemo/format";

    public string Source => "NVIDIA-NeMo/RL@7ea279a:nemo_rl/environments/rewards.py format_reward";

    public double? Score(ProfileSample sample) =>
        (Has(sample, "think_tag", "think") ? 0.25 : 0) + (Has(sample, "answer_tag", "answer") ? 0.75 : 0);

    private static bool Has(ProfileSample sample, string parameter, string usual)
    {
        var tag = sample.Parameters.Text(parameter, usual);
        return Py.Encloses(sample.Text, $"<{tag}>", $"</{tag}>");
    }
}
