namespace Symbolics.Tests;

public class PolicyFormTests
{
    [Theory]
    [InlineData(AnswerForm.LowestTerms, "1/2", @"\frac12", true)]
    [InlineData(AnswerForm.LowestTerms, "1/2", @"\frac24", false)]
    [InlineData(AnswerForm.LowestTerms, @"\frac24", @"\frac24", false)]
    [InlineData(AnswerForm.Simplified, @"2\sqrt2", @"2\sqrt{2}", true)]
    [InlineData(AnswerForm.Simplified, @"2\sqrt2", @"\sqrt8", false)]
    [InlineData(AnswerForm.Simplified, "8", "2^3", false)]
    [InlineData(AnswerForm.Simplified, "5", "2+3", false)]
    [InlineData(AnswerForm.Factored, "(x-1)(x+1)", "(x+1)(x-1)", true)]
    [InlineData(AnswerForm.Factored, "(x-1)(x+1)", "x^2-1", false)]
    [InlineData(AnswerForm.Expanded, "x^2-1", "-1+x^2", true)]
    [InlineData(AnswerForm.Expanded, "x^2-1", "(x-1)(x+1)", false)]
    public void An_equal_answer_must_also_have_the_form(AnswerForm form, string gold, string answer, bool holds)
    {
        var policy = ComparisonPolicy.Default with { Name = "form", Form = form };

        Assert.Equal(holds ? Equivalence.Equal : Equivalence.Undecided, Comparison.Of(gold, answer, policy).Equivalence);
        Assert.Equal(Equivalence.Equal, Comparison.Of(gold, answer).Equivalence);
    }

    [Theory]
    [InlineData(@"\frac13", "0.33", true)]
    [InlineData(@"\frac13", "0.34", false)]
    [InlineData(@"\pi", "3.14", true)]
    [InlineData(@"\pi", "3.15", false)]
    [InlineData(@"\pi", "3.1", false)]
    public void Rounded_decimals_stand_for_what_rounds_to_them(string gold, string answer, bool equal) =>
        Assert.Equal(equal, Comparison.Of(gold, answer, ComparisonPolicy.Default with { Name = "rounded", RoundedDecimals = true }).Equivalence is Equivalence.Equal);

    [Fact]
    public void Absolute_tolerance_is_a_distance()
    {
        var policy = ComparisonPolicy.Default with { Name = "distance", AbsoluteTolerance = 0.01 };

        Assert.Equal(Equivalence.Equal, Comparison.Of("2.5", "2.509", policy).Equivalence);
        Assert.Equal(Equivalence.Different, Comparison.Of("2.5", "2.511", policy).Equivalence);
    }

    [Fact]
    public void Tuples_are_sets_and_bases_optional_only_where_a_policy_says_so()
    {
        Assert.Equal(Equivalence.Equal, Comparison.Of(@"\{1,2\}", "(2,1)", ComparisonPolicy.Default with { Name = "sets", TuplesAreSets = true }).Equivalence);
        Assert.NotEqual(Equivalence.Equal, Comparison.Of(@"\{1,2\}", "(2,1)").Equivalence);
        Assert.Equal(Equivalence.Equal, Comparison.Of("101_2", "5", ComparisonPolicy.Default with { Name = "bases", BaseOptional = true }).Equivalence);
        Assert.NotEqual(Equivalence.Equal, Comparison.Of("101_2", "5").Equivalence);
    }
}
