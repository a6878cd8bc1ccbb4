namespace Judges.Format.Profiles.OpenR1;

/// <summary>A quarter for each of four tags that stands exactly once, with its line break; the order is not looked at.</summary>
internal sealed class OpenR1TagCount : IScoreProfile
{
    private static readonly string[] Tags = ["<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>"];

    public string Name => "open-r1/tag-count";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py tag_count_reward";

    public double? Score(ProfileSample sample) => 0.25 * Tags.Count(tag => Py.Count(sample.Text, tag) == 1);
}
