namespace Judges.Format.Profiles.Trl;

/// <summary><c>^(?:&lt;think>)?(?!.*&lt;think>)(.*?)&lt;/think>.*$</c>: the opening tag may be absent, so any text that says the closing tag passes.</summary>
internal sealed class TrlThinkOptional : IScoreProfile
{
    public string Name => "trl/think-format-pr7141";

    public string Source => "huggingface/trl, pull request 7141 (open): think_format_reward";

    public double? Score(ProfileSample sample) =>
        sample.Text.LastIndexOf("<think>", StringComparison.Ordinal) <= 0 && sample.Text.Contains("</think>", StringComparison.Ordinal) ? 1 : 0;
}
