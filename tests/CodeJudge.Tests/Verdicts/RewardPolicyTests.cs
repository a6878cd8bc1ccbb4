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
        Assert.Equal(reward, RewardPolicy.Of(policy, [first, second], 2), 12);

    [Fact]
    public void Tests_that_were_not_run_are_not_passed() => Assert.Equal(0.25, RewardPolicy.Of(CodeReward.Fraction, [Right, Crash], 4));
}
