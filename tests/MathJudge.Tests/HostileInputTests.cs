using Judges;

namespace MathJudge.Tests;

/// <summary>Each input is about a megabyte: anything above linear time would not end within the run.</summary>
public class HostileInputTests
{
    [Theory]
    [InlineData(@"\boxed")]
    [InlineData(@"\boxed{")]
    [InlineData(@"\boxed{}")]
    [InlineData("<answer>")]
    [InlineData("</answer>")]
    [InlineData("<answer></answer>")]
    [InlineData("</think>")]
    [InlineData("{")]
    [InlineData(@"\")]
    [InlineData(" ")]
    public void Repeated_markers_earn_nothing(string marker)
    {
        var response = string.Concat(Enumerable.Repeat(marker, 1_000_000 / marker.Length));

        Assert.Equal(0, Grading.Grade("5", response).Reward);
        Assert.Equal(0, Grading.Grade("5", @"\boxed{" + response).Reward);
        Assert.Equal(0, Grading.Grade("5", "<answer>" + response + "</answer>").Reward);
    }

    [Fact]
    public void A_hundred_thousand_digits_equal_themselves_and_are_otherwise_undecided()
    {
        var digits = new string('7', 100_000);

        Assert.Equal(Outcome.Accepted, Grading.Grade(digits, $@"\boxed{{{digits}}}").Outcome);
        Assert.Equal("undecided", Grading.Grade(digits, $@"\boxed{{{digits}0}}").Detail("equivalence"));
        Assert.Equal(1, Grading.Grade(digits, $@"\boxed{{{digits}}}", MathCredit.Digits).Reward);
    }

    [Fact]
    public void Deep_nesting_is_no_recursion()
    {
        var response = @"\boxed{" + string.Concat(Enumerable.Repeat(@"\frac{", 100_000)) + new string('}', 100_000) + "}";

        Assert.Equal("undecided", Grading.Grade("5", response).Detail("equivalence"));
    }

    [Fact]
    public void A_long_answer_is_cut_in_the_detail_only()
    {
        var verdict = Grading.Grade("5", $@"\boxed{{{new string('x', 5000)}}}");

        Assert.Equal(256, verdict.Detail("answer").Length);
        Assert.Equal(5000, verdict.Detail!.Value.GetProperty("span").GetProperty("length").GetInt32());
    }

    [Fact]
    public void Lone_surrogates_do_not_stop_the_verdict() =>
        Assert.Equal(Outcome.WrongAnswer, Grading.Grade("5", "\uD800\\boxed{\uDC00\uD83D}").Outcome);
}
