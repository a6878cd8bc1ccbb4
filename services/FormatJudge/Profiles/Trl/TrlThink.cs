namespace Judges.Format.Profiles.Trl;

/// <summary><c>^&lt;think>(?!.*&lt;think>)(.*?)&lt;/think>.*$</c>: one opening tag, at the beginning; closing tags and what follows are free.</summary>
internal sealed class TrlThink : IScoreProfile
{
    private const string Open = "<think>";

    public string Name => "trl/think-format";

    public string Source => "huggingface/trl@f2cd577:trl/rewards/format_rewards.py think_format_reward";

    public double? Score(ProfileSample sample) =>
        sample.Text.StartsWith(Open, StringComparison.Ordinal)
            && sample.Text.LastIndexOf(Open, StringComparison.Ordinal) == 0
            && sample.Text.Contains("</think>", StringComparison.Ordinal) ? 1 : 0;
}
