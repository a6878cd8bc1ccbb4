using Judges;

namespace FormatJudge.Tests.Language;

public class LanguageRewardTests
{
    private const string Thought = "We add the two numbers and then we check that the sum is right.";

    [Theory]
    [InlineData(Thought, "4", Outcome.Accepted)]
    [InlineData(Thought, "The answer is the sum of both, and that is what we have to give here.", Outcome.Accepted)]
    [InlineData(Thought + " 正确", "4", Outcome.PartiallyCorrect)]
    [InlineData("我们先把两个数相加，然后检查结果是不是正确，这样就得到了答案。", "4", Outcome.Malformed)]
    [InlineData(Thought, "答案是四", Outcome.Malformed)]
    [InlineData("`" + Thought + "`", "4", Outcome.Malformed)]
    [InlineData("Yes.", Thought, Outcome.Malformed)]
    public void The_thought_and_the_answer_are_judged_by_themselves(string thought, string answer, Outcome outcome)
    {
        var verdict = Grading.Grade(new GradeFormat { Response = $"<think>{thought}</think><answer>{answer}</answer>", Language = "en" });

        Assert.Equal(outcome, verdict.Outcome);
        Assert.True(outcome switch { Outcome.Accepted => verdict.Reward == 1, Outcome.Malformed => verdict.Reward == 0, _ => verdict.Reward is > 0.5 and < 1 });
        Assert.True(verdict.Detail!.Value.TryGetProperty("language", out _));
        Assert.Null(verdict.Defect());
    }

    [Fact]
    public void A_wrong_structure_in_the_right_language_is_still_malformed()
    {
        var verdict = Grading.Grade(new GradeFormat { Response = Thought, Language = "en" });

        Assert.Equal((Outcome.Malformed, 0), (verdict.Outcome, verdict.Reward));
    }

    [Theory]
    [InlineData("$")]
    [InlineData("`")]
    [InlineData("```")]
    [InlineData("\\[")]
    [InlineData("<a")]
    [InlineData("a ")]
    [InlineData("中")]
    [InlineData("https://")]
    public void Hostile_text_takes_linear_time(string piece) =>
        Assert.Null(Grading.Grade(new GradeFormat { Response = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)), Language = "en" }).Defect());
}
