namespace Judges.Format.Profiles.Tags;

/// <summary>+1 where each of the four tags stands exactly once and they stand in order, else −1; text around them is free.</summary>
internal sealed class LogicRlStructure : IScoreProfile
{
    private static readonly string[] Tags = ["<think>", "</think>", "<answer>", "</answer>"];

    public string Name => "logic-rl/structure";

    public string Source => "Unakar/Logic-RL@9d2c457:verl/utils/reward_score/kk.py validate_response_structure";

    public (double Worst, double Best) Range(ProfileParams parameters) => (-1, 1);

    public double? Score(ProfileSample sample)
    {
        var last = -1;
        foreach (var tag in Tags)
        {
            var at = sample.Text.IndexOf(tag, StringComparison.Ordinal);
            if (at <= last || Py.Count(sample.Text, tag) != 1)
                return -1;
            last = at;
        }
        return 1;
    }
}
