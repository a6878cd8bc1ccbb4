using Judges;
using Judges.Mathematics;

namespace MathJudge.Tests;

public class MathExplanationTests
{
    [Theory]
    [InlineData(@"\frac12", "0.5", "the number 1/2", "the number 1/2", "Equal (ExactValues)")]
    [InlineData(@"(0, 1]", @"so \boxed{0 < x \le 1}", "the pair or interval (0, 1]", "the relation 0 < x ≤ 1", "Equal (ExactValues)")]
    [InlineData(@"\sqrt{8}", @"2\sqrt{3}", "the expression sqrt(8)", "the expression 2·sqrt(3)", "Different (FieldIdentity)")]
    [InlineData(@"5\text{ cm}", "the answer is 5 kg.", "the number 5 in cm", "the number 5 in kg", "Different (Units)")]
    [InlineData(@"\frac{\pi}{4}", @"\int_0^1 e^{-x^2}dx", "the expression (π)/(4)", "the expression integral(x from 0 to 1: (e)^(-1·(x)^(2)))", "Different (Enclosures)")]
    [InlineData(@"x=k\pi, k\in\mathbb Z", @"the answer is $x=k\pi$", "a family: x = k·π for every whole k", "the relation x = k·π", "Equal (SameText)")]
    public void It_says_how_both_are_read_and_why_they_are_equal_or_not(string gold, string text, string wanted, string given, string verdict)
    {
        var steps = MathExplanation.Of(gold, text).ToLookup(static step => step.Step.Trim(), static step => step.Found);

        Assert.Equal([wanted, given], steps["read as"]);
        Assert.Equal(verdict, Assert.Single(steps["verdict"]));
        Assert.DoesNotContain("their parts", Assert.Single(steps["because"]), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_a_grading_would_do_with_a_text_that_marks_nothing()
    {
        Assert.Contains(MathExplanation.Of("5", "5"), static step => step.Found.Contains("noAnswer", StringComparison.Ordinal));
        Assert.Contains(MathExplanation.Of("5", @"\boxed{5"), static step => step.Found.StartsWith("malformed", StringComparison.Ordinal));
        Assert.Contains(MathExplanation.Of("5", "5", MathPolicy.MathVerify), static step => step.Found.StartsWith("WholeResponse", StringComparison.Ordinal));
    }
}
