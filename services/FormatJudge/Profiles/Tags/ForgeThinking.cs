using System.Text.RegularExpressions;

namespace Judges.Format.Profiles.Tags;

/// <summary><c>full_reward</c> for any thought that is not blank, <c>partial_reward</c> for any tag, in any case and with blanks inside.</summary>
internal sealed class ForgeThinking : IScoreProfile
{
    private static readonly Regex Block = Py.Pattern(@"<\s*think\s*>(.*?)<\s*/\s*think\s*>", Py.DotAll | RegexOptions.IgnoreCase);
    private static readonly Regex Attempt = Py.Pattern(@"<\s*/?\s*think\s*>", RegexOptions.IgnoreCase);

    public string Name => "torchforge/thinking";

    public string Source => "meta-pytorch/torchforge@6e77f0b:src/forge/data/rewards.py ThinkingReward";

    public double? Score(ProfileSample sample)
    {
        for (var match = Block.Match(sample.Text); match.Success; match = match.NextMatch())
        {
            if (Py.Strip(match.Groups[1].ValueSpan).Length > 0)
                return sample.Parameters.Number("full_reward", 1);
        }
        return Attempt.IsMatch(sample.Text) ? sample.Parameters.Number("partial_reward", 0.2) : 0;
    }
}
