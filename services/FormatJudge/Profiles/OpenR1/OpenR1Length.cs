namespace Judges.Format.Profiles.OpenR1;

/// <summary>
/// Kimi k1.5, over a group: λ = 0.5 − (length − shortest) / (longest − shortest); a right response earns λ, a wrong one min(0, λ); a group of
/// one length earns 0. The length is in code points. <c>group</c> holds the texts, <c>correct</c> says of each whether it is right, and
/// <c>index</c> is the place of this response.
/// </summary>
internal sealed class OpenR1Length : IScoreProfile
{
    public string Name => "open-r1/len";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py len_reward";

    public (double Worst, double Best) Range(ProfileParams parameters) => (-0.5, 0.5);

    public double? Score(ProfileSample sample)
    {
        var group = sample.Parameters.Texts("group") ?? throw new ProfileException("parameter `group` must list the group's texts");
        var correct = sample.Parameters.Flags("correct");
        var index = sample.Parameters.Number("index", 0);
        if (correct?.Count != group.Count || index < 0 || index >= group.Count || index % 1 != 0)
            throw new ProfileException("parameters `group` and `correct` must have one length, and `index` must lie within");
        return Score([.. group.Select(static text => Py.Length(text))], correct)[(int)index];
    }

    public static double[] Score(IReadOnlyList<int> lengths, IReadOnlyList<bool> correct)
    {
        var (shortest, longest) = (lengths.Min(), lengths.Max());
        if (shortest == longest)
            return new double[lengths.Count];
        return [.. lengths.Zip(correct, (length, right) =>
        {
            var lambda = 0.5 - (double)(length - shortest) / (longest - shortest);
            return right ? lambda : Math.Min(0, lambda);
        })];
    }
}
