using Judges;

namespace MathJudge.Tests;

public class GradingTests
{
    [Theory]
    [InlineData("0.5", @"so \boxed{\frac12}")]
    [InlineData("1234", @"\boxed{1,234}")]
    [InlineData("123", @"\boxed{0123}")]
    [InlineData("x^2+1", "<answer>$x^2+1$</answer>")]
    public void A_right_answer_is_accepted_and_earns_one(string gold, string response)
    {
        var verdict = Grading.Grade(gold, response);

        Assert.Equal(Outcome.Accepted, verdict.Outcome);
        Assert.Equal(1, verdict.Reward);
        Assert.Equal("equal", verdict.Detail("equivalence"));
        Assert.Null(verdict.Defect());
    }

    [Theory]
    [InlineData("0.5", @"\boxed{0.51}", "different", "exactValues")]
    [InlineData("5", @"\boxed{9=5}", "undecided", "notUnderstood")]
    [InlineData("50", @"\boxed{50\%}", "different", "exactValues")]
    public void An_answer_that_is_not_provably_right_earns_nothing(string gold, string response, string equivalence, string grounds)
    {
        var verdict = Grading.Grade(gold, response);

        Assert.Equal(Outcome.WrongAnswer, verdict.Outcome);
        Assert.Equal(0, verdict.Reward);
        Assert.Equal(equivalence, verdict.Detail("equivalence"));
        Assert.Equal(grounds, verdict.Detail("grounds"));
    }

    [Theory]
    [InlineData("it is 5", Outcome.NoAnswer)]
    [InlineData(@"\boxed{}", Outcome.NoAnswer)]
    [InlineData("<answer> </answer>", Outcome.NoAnswer)]
    [InlineData(@"\boxed{5", Outcome.Malformed)]
    public void A_missing_answer_earns_nothing_and_says_why(string response, Outcome outcome)
    {
        var verdict = Grading.Grade("5", response);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(0, verdict.Reward);
        Assert.NotEmpty(verdict.Detail("reason"));
    }

    [Fact]
    public void The_verdict_shows_the_answer_where_it_stands_and_what_marked_it()
    {
        const string response = @"<think>hm</think> so \boxed{ 7 }";

        var verdict = Grading.Grade("7", response);

        Assert.Equal("boxed", verdict.Detail("rule"));
        Assert.Equal(" 7 ", verdict.Detail("answer"));
        var span = verdict.Detail!.Value.GetProperty("span");
        Assert.Equal(" 7 ", response.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()));
        Assert.False(verdict.Has("digitShare"));
    }

    [Theory]
    [InlineData("1234", "1234", Outcome.Accepted, 1)]
    [InlineData("0123", "0123", Outcome.Accepted, 1)]
    [InlineData("1234", "1934", Outcome.PartiallyCorrect, 0.8)]
    [InlineData("1234", "$1934$", Outcome.PartiallyCorrect, 0.8)]
    [InlineData("1234", "5678", Outcome.PartiallyCorrect, 0.2)]
    [InlineData("123", "0123", Outcome.PartiallyCorrect, 0.15)]
    [InlineData("1234", "12", Outcome.PartiallyCorrect, 0.5)]
    [InlineData("12", "1234", Outcome.PartiallyCorrect, 0.5)]
    [InlineData("1234", "1,234", Outcome.WrongAnswer, 0)]
    [InlineData("1234", "123a", Outcome.WrongAnswer, 0)]
    [InlineData("12", "-2", Outcome.WrongAnswer, 0)]
    public void Digits_credit_pays_for_length_and_for_right_digits_at_their_place(string gold, string answer, Outcome outcome, double reward)
    {
        var verdict = Grading.Grade(gold, $@"\boxed{{{answer}}}", MathCredit.Digits);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(reward, verdict.Reward!.Value, 12);
        Assert.Equal(outcome is Outcome.Accepted, verdict.Passed);
        Assert.Null(verdict.Defect());
    }

    [Theory]
    [InlineData("12.5", MathCredit.Digits)]
    [InlineData("-12", MathCredit.Digits)]
    [InlineData(" ", MathCredit.Exact)]
    public void A_gold_that_the_credit_cannot_compare_is_a_defect_of_the_request(string gold, MathCredit credit) =>
        Assert.Contains("`answer`", new GradeMath { Response = "", Answer = gold, Credit = credit }.Defect(), StringComparison.Ordinal);
}
