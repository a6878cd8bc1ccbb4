using Judges;
using Judges.Training.Rollouts;

namespace Trainer.Tests.Rollouts;

public sealed class RubricTests
{
    private readonly Rubric _rubric = new([new RewardTerm("format", 0.25), new RewardTerm("math", 2)]);

    [Fact]
    public void The_reward_is_the_weighted_sum_over_the_judges_that_were_asked()
    {
        Assert.Equal(0.25 * 0.5 + 2 * 1, _rubric.Score(new Dictionary<string, Verdict> { ["format"] = Of(0.5), ["math"] = Of(1) }));
        Assert.Equal(0.25 * 0.5, _rubric.Score(new Dictionary<string, Verdict> { ["format"] = Of(0.5) }));
    }

    [Fact]
    public void With_a_gate_the_other_terms_wait_for_its_judge_to_accept()
    {
        var gated = new Rubric([new RewardTerm("format", 0.25), new RewardTerm("math", 2)], gate: "format");

        Assert.Equal(0.25 * 0.5, gated.Score(new Dictionary<string, Verdict> { ["format"] = Of(0.5), ["math"] = Of(1) }));
        Assert.Equal(0.25 + 2, gated.Score(new Dictionary<string, Verdict> { ["format"] = Of(1) with { Outcome = Outcome.Accepted }, ["math"] = Of(1) }));
        Assert.Null(gated.Score(new Dictionary<string, Verdict> { ["format"] = Of(0.5), ["math"] = Of(null) }));
        Assert.Throws<ArgumentException>(() => new Rubric([new RewardTerm("math", 1)], gate: "format"));
    }

    [Fact]
    public void A_judge_that_could_not_judge_takes_the_whole_reward_away_instead_of_scoring_zero() =>
        Assert.Null(_rubric.Score(new Dictionary<string, Verdict> { ["format"] = Of(1), ["math"] = Of(null) }));

    [Fact]
    public void A_judge_without_weight_does_not_count_even_when_it_fails() =>
        Assert.Equal(0.25, _rubric.Score(new Dictionary<string, Verdict> { ["format"] = Of(1), ["code"] = Of(null) }));

    [Fact]
    public void A_rubric_without_terms_or_with_a_weight_that_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Rubric([]));
        Assert.Throws<ArgumentException>(() => new Rubric([new RewardTerm("math", double.NaN)]));
    }

    private static Verdict Of(double? reward) => new()
    {
        Judge = "any",
        Outcome = reward is null ? Outcome.JudgeError : Outcome.PartiallyCorrect,
        Reward = reward,
        JudgeVersion = "test",
    };
}
