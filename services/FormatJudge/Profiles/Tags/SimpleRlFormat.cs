namespace Judges.Format.Profiles.Tags;

/// <summary>A thought and an answer, each not blank, anywhere and in any order.</summary>
internal sealed class SimpleRlFormat : IScoreProfile
{
    public string Name => "simple-rl/format";

    public string Source => "hkust-nlp/simpleRL-reason@cf1c785:verl/utils/reward_score/deepseek_r1.py format_matched";

    public double? Score(ProfileSample sample) => Has(sample.Text, "think") && Has(sample.Text, "answer") ? 1 : 0;

    private static bool Has(string text, string tag) =>
        Py.Between(text, $"<{tag}>", $"</{tag}>") is { } content && Py.Strip(content).Length > 0;
}
