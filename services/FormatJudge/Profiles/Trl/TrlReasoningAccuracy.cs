namespace Judges.Format.Profiles.Trl;

/// <summary>
/// The answer is the last <c>\boxed{}</c> after the last delimiter; without a delimiter the peer gives 0. Here the answer must be the solution's
/// very text: the peer's mathematical equality belongs to MathJudge.
/// </summary>
internal sealed class TrlReasoningAccuracy : IScoreProfile
{
    private const string Box = @"\boxed{";

    public string Name => "trl/reasoning-accuracy";

    public string Source => "huggingface/trl@f2cd577:trl/rewards/accuracy_rewards.py reasoning_accuracy_reward";

    public double? Score(ProfileSample sample)
    {
        var solution = sample.Parameters.Text("solution", "");
        var end = (sample.Parameters.Texts("reasoning_delimiters") ?? ["</think>"])
            .Where(static delimiter => delimiter.Length > 0)
            .Select(delimiter => (At: sample.Text.LastIndexOf(delimiter, StringComparison.Ordinal), delimiter.Length))
            .Where(static found => found.At >= 0)
            .Select(static found => found.At + found.Length)
            .DefaultIfEmpty(-1)
            .Max();
        return end >= 0 && Boxed(sample.Text[end..]) is { } answer && answer == (Boxed(solution) ?? solution) ? 1 : 0;
    }

    private static string? Boxed(string text)
    {
        var start = text.LastIndexOf(Box, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += Box.Length;
        for (int at = start, depth = 1; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return text[start..at];
        }
        return null;
    }
}
