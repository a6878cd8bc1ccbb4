using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Verdicts;

public sealed class RewardPolicyTests
{
    private const Outcome Right = Outcome.Accepted, Wrong = Outcome.WrongAnswer, Crash = Outcome.RuntimeError;

    [Theory]
    [InlineData(CodeReward.AllOrNothing, 1, Right, Right)]
    [InlineData(CodeReward.AllOrNothing, 0, Right, Wrong)]
    [InlineData(CodeReward.Fraction, 1, Right, Right)]
    [InlineData(CodeReward.Fraction, 0.5, Right, Crash)]
    [InlineData(CodeReward.Fraction, 0, Wrong, Crash)]
    [InlineData(CodeReward.Tiered, 1, Right, Right)]
    [InlineData(CodeReward.Tiered, 0.6, Right, Wrong)]
    [InlineData(CodeReward.Tiered, 0.6, Crash, Right)]
    [InlineData(CodeReward.Tiered, 0.2, Wrong, Wrong)]
    [InlineData(CodeReward.Tiered, 0.1, Wrong, Crash)]
    [InlineData(CodeReward.Tiered, 0.1, Crash, Outcome.TimeLimitExceeded)]
    [InlineData(CodeReward.Tiered, 0, Outcome.CompileError, Outcome.CompileError)]
    public void A_policy_gives_its_reward(CodeReward policy, double reward, Outcome first, Outcome second) =>
        Assert.Equal(reward, RewardPolicy.Of(policy, StageOf(first, second), [first, second], 2), 12);

    [Fact]
    public void Tests_that_were_not_run_are_not_passed() => Assert.Equal(0.25, RewardPolicy.Of(CodeReward.Fraction, Stage.Parses, [Right, Crash], 4));

    [Fact]
    public void What_parses_and_does_not_compile_has_climbed_one_rung() => Assert.Equal(0.1, RewardPolicy.Of(CodeReward.Tiered, Stage.Parses, [], 3));

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(0.4, 1, 1)]
    [InlineData(0.4, 3, 1)]
    [InlineData(0.4, 0.5, 0.8)]
    [InlineData(1, 0.25, 0.25)]
    public void Speed_decides_its_part_of_the_reward(double weight, double score, double reward) =>
        Assert.Equal(reward, RewardPolicy.WithSpeed(1, weight, score), 12);

    private static Stage StageOf(params Outcome[] ends) => ends[0] is Outcome.CompileError ? Stage.Extracted
        : Array.TrueForAll(ends, static end => end is Right or Wrong) ? Stage.Ran
        : Stage.Parses;
}
