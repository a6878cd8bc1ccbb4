namespace Judges.Code;

/// <summary>The named policies that turn test results into a reward.</summary>
internal static class RewardPolicy
{
    private const double Parses = 0.1;
    private const double Runs = 0.2;

    /// <param name="policy">The policy.</param>
    /// <param name="ends">How each test that was run ended.</param>
    /// <param name="total">How many tests there are.</param>
    public static double Of(CodeReward policy, IReadOnlyList<Outcome> ends, int total)
    {
        var passed = ends.Count(static end => end is Outcome.Accepted);
        var share = (double)passed / total;
        return policy switch
        {
            CodeReward.AllOrNothing => passed == total ? 1 : 0,
            CodeReward.Fraction => share,
            CodeReward.Tiered when ends.Contains(Outcome.CompileError) => 0,
            CodeReward.Tiered when passed > 0 => Runs + ((1 - Runs) * share),
            CodeReward.Tiered when ends.All(static end => end is Outcome.WrongAnswer) => Runs,
            CodeReward.Tiered => Parses,
            _ => throw new NotSupportedException($"there is no reward policy {policy}"),
        };
    }
}
