using System.Text.Json;
using Judges;

namespace MathJudge.Tests;

/// <summary>What a request may change in its policy.</summary>
public class RulesTests
{
    [Theory]
    [InlineData("""{"relativeTolerance":0.01}""", "100", "100.5", "9.99")]
    [InlineData("""{"absoluteTolerance":0.1}""", "2.5", @"\frac{51}{20}", @"\frac{27}{10}")]
    [InlineData("""{"roundedDecimals":true}""", @"\pi", "3.14", "3.15")]
    [InlineData("""{"percentOrNumber":true}""", "10", @"10\%", @"11\%")]
    [InlineData("""{"unitsIgnored":true}""", @"5\text{ cm}", @"5\text{ kg}", @"6\text{ cm}")]
    [InlineData("""{"unitsRequired":true}""", @"5\text{ m}", @"500\text{ cm}", "5")]
    [InlineData("""{"orderedLists":true}""", "1, 2", "1, 2", "2, 1")]
    [InlineData("""{"caseMatters":true}""", @"\text{Paris}", @"\text{Paris}", @"\text{PARIS}")]
    [InlineData("""{"tuplesAreSets":true}""", "(1, 2)", @"\{2, 1\}", @"\{2, 3\}")]
    [InlineData("""{"baseOptional":true}""", "1010_2", "12_8", "13_8")]
    [InlineData("""{"decimalComma":true}""", "1000.99", "1000,99", "1000,98")]
    [InlineData("""{"upToConstant":true}""", "x^2+C", "x^2+3+K", "x^3+C")]
    [InlineData("""{"upToConstant":true}""", @"\ln|x|+C", @"\ln|3x|+C", @"\ln|x|")]
    [InlineData("""{"upToConstant":true}""", @"\frac{\sin^2x}{2}+C", @"-\frac{\cos 2x}{4}+C", @"\frac{\sin^2x}{2}+Cx")]
    [InlineData("""{"upToConstant":true}""", "x^2+C", "C+x^2", "x^2+y+C")]
    [InlineData("""{"form":"lowestTerms"}""", @"\frac23", @"\frac{2}{3}", @"\frac46")]
    [InlineData("""{"form":"factored"}""", "x(x+1)", "(1+x)x", "x^2+x")]
    public void One_rule_is_changed_and_the_verdict_says_so(string rules, string gold, string right, string wrong)
    {
        var (accepted, refused) = (Grade(rules, gold, right), Grade(rules, gold, wrong));

        Assert.Equal(Outcome.Accepted, accepted.Outcome);
        Assert.Equal(Outcome.WrongAnswer, refused.Outcome);
        Assert.Equal(rules, accepted.Detail!.Value.GetProperty("rules").GetRawText());
    }

    [Fact]
    public void Without_rules_the_policy_stays_what_it_is()
    {
        Assert.Equal(Outcome.Accepted, Grade("{}", "1, 2", "2, 1").Outcome);
        Assert.Equal(Outcome.WrongAnswer, Grade("""{"orderedLists":true}""", "1, 2", "2, 1").Outcome);
        Assert.False(Grading.Grade("1", @"\boxed{1}").Has("rules"));
    }

    [Fact]
    public void Requiring_units_ends_a_policy_that_ignores_them() =>
        Assert.Equal(Outcome.WrongAnswer, Grade("""{"unitsRequired":true}""", @"5\text{ cm}", "5", ",\"policy\":\"minerva\"").Outcome);

    [Theory]
    [InlineData("""{"relativeTolerance":1}""", "relativeTolerance")]
    [InlineData("""{"relativeTolerance":-0.1}""", "relativeTolerance")]
    [InlineData("""{"absoluteTolerance":1e9}""", "absoluteTolerance")]
    [InlineData("""{"unitsRequired":true,"unitsIgnored":true}""", "units")]
    public void Rules_that_make_no_sense_are_refused_with_a_reason(string rules, string reason) =>
        Assert.Contains(reason, Request(rules, "1", "1").Defect(), StringComparison.Ordinal);

    private static GradeMath Request(string rules, string gold, string answer, string more = "") => JsonSerializer.Deserialize(
        $$"""{"response":{{JsonSerializer.Serialize($@"\boxed{{{answer}}}")}},"answer":{{JsonSerializer.Serialize(gold)}},"rules":{{rules}}{{more}}}""", JudgesJson.Default.GradeMath)!;

    private static Verdict Grade(string rules, string gold, string answer, string more = "")
    {
        var request = Request(rules, gold, answer, more);
        Assert.Null(request.Defect());
        return new Judges.Mathematics.MathJudge().Grade(request, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
    }
}
