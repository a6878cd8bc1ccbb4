namespace Judges.Code;

/// <summary>The named policies that turn test results into a reward.</summary>
internal static class RewardPolicy
{
    private const double Parses = 0.1;
    private const double Runs = 0.2;

    /// <param name="policy">The policy.</param>
    /// <param name="stage">How far the submission came.</param>
    /// <param name="ends">How each test that was run ended.</param>
    /// <param name="total">How many tests there are.</param>
    public static double Of(CodeReward policy, Stage stage, IReadOnlyList<Outcome> ends, int total)
    {
        var passed = ends.Count(static end => end is Outcome.Accepted);
        var share = total == 0 ? 0 : (double)passed / total;
        return policy switch
        {
            CodeReward.AllOrNothing => passed == total && total > 0 ? 1 : 0,
            CodeReward.Fraction => share,
            CodeReward.Tiered when stage is Stage.NotFound or Stage.Extracted => 0,
            CodeReward.Tiered when passed > 0 => Runs + ((1 - Runs) * share),
            CodeReward.Tiered when stage is Stage.Ran => Runs,
            CodeReward.Tiered => Parses,
            _ => throw new NotSupportedException($"there is no reward policy {policy}"),
        };
    }

    /// <summary>Of an accepted program's reward, the part that its speed decides: (1 − weight) + weight × min(1, score).</summary>
    public static double WithSpeed(double reward, double weight, double score) => reward * (1 - weight + (weight * Math.Min(1, score)));
}
