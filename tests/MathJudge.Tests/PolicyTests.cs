using Judges;
using Judges.Mathematics;

namespace MathJudge.Tests;

public class PolicyTests
{
    [Theory]
    [InlineData("The final answer is $9$. So", "$9$", "announced")]
    [InlineData("The answer is 5.", "5", "announced")]
    [InlineData("Final answer: **42**", "42", "announced")]
    [InlineData("所以答案是 3/4。", "3/4", "announced")]
    [InlineData("so\n#### 1,234", "1,234", "hashes")]
    [InlineData(@"it is \boxed 5", "5", "boxWithoutBraces")]
    [InlineData(@"\fbox{7}", "7", "boxed")]
    [InlineData(@"the answer is 3. No: \boxed{4}", "4", "boxed")]
    public void The_default_policy_reads_what_a_sentence_announces(string response, string gold, string rule)
    {
        var verdict = Grading.Grade(gold, response);

        Assert.Equal(Outcome.Accepted, verdict.Outcome);
        Assert.Equal(rule, verdict.Detail("rule"));
        Assert.Equal("default", verdict.Detail("policy"));
    }

    [Theory]
    [InlineData("The answer is 5.")]
    [InlineData("#### 5")]
    public void The_strict_policy_wants_a_box_or_a_tag(string response) => Assert.Null(AnswerExtractor.Extract(response));

    [Theory]
    [InlineData(@"So \boxed{1} and \boxed{2}.", @"\boxed{1} and \boxed{2}")]
    [InlineData(@"\boxed{1} no no \boxed{2}", "2")]
    [InlineData(@"thus $x = \frac12$ holds", @"x = \frac12")]
    [InlineData("it costs 5 or 1,234.50 in all", "1,234.50")]
    [InlineData("it is -7", "-7")]
    public void The_widest_scope_reads_several_boxes_and_the_last_mention(string response, string answer)
    {
        var extraction = AnswerExtractor.Extract(response, ExtractionScope.Anything);

        Assert.Equal(answer, response.Substring(extraction!.Value.Start, extraction.Value.Length));
    }
}
