using Judges;

namespace FormatJudge.Tests;

public class ThinkAnswerTests
{
    [Theory]
    [InlineData("<think>a</think><answer>b</answer>")]
    [InlineData(" \n<think>\na\n</think>\n\n<answer>\nb\n</answer>\n")]
    [InlineData("<think>1 < 2 && 3 > 2 </thinker></think><answer><b>b</b></answer>")]
    [InlineData("<think>see &lt;think&gt; and <Think></think><answer>b</answer>")]
    public void A_right_structure_is_accepted_whatever_the_credit(string response)
    {
        foreach (var credit in Enum.GetValues<FormatCredit>())
        {
            var verdict = Grading.Grade(response, credit);

            Assert.Equal(Outcome.Accepted, verdict.Outcome);
            Assert.Equal(1, verdict.Reward);
            Assert.Equal("none", verdict.Violation());
            Assert.Equal(11, verdict.Holding().Length);
        }
    }

    [Theory]
    [InlineData("", "thinkMissing@0")]
    [InlineData("hello", "thinkMissing@0")]
    [InlineData("hi <think>a</think><answer>b</answer>", "textOutside@0")]
    [InlineData("<think>a", "thinkUnclosed@0")]
    [InlineData("<think>a<think>b</think><answer>c</answer>", "thinkRepeated@8")]
    [InlineData("<think>a</think>b</think><answer>c</answer>", "thinkRepeated@17")]
    [InlineData("<think> \n</think><answer>b</answer>", "thoughtEmpty@7")]
    [InlineData("<think>\u200B\u3164</think><answer>b</answer>", "thoughtEmpty@7")]
    [InlineData("<think>a</think>", "answerMissing@16")]
    [InlineData("<think>a</think> so <answer>b</answer>", "textOutside@17")]
    [InlineData("<think>a</think>\u200B<answer>b</answer>", "textOutside@16")]
    [InlineData("<think>a</think><answer>b", "answerUnclosed@16")]
    [InlineData("<think>a</think><answer>b</answer><answer>c</answer>", "answerRepeated@34")]
    [InlineData("<think>a</think><answer></answer>", "answerEmpty@24")]
    [InlineData("<think>a</think><answer>b</answer> bye", "textOutside@35")]
    [InlineData("<think>a</think><answer> a </answer>", "answerCopied@24")]
    [InlineData("<answer>b</answer><think>a</think>", "textOutside@0")]
    [InlineData("<think>a<answer>b</answer></think>", "answerMisplaced@8")]
    [InlineData("<think>a<answer>b</think></answer>", "answerMisplaced@8")]
    [InlineData("</think>a<think>", "textOutside@0")]
    [InlineData("<think>a</think><answer>b</answer></think>", "thinkRepeated@34")]
    public void A_wrong_structure_is_malformed_and_the_first_violation_is_named(string response, string violation)
    {
        var verdict = Grading.Grade(response);

        Assert.Equal(Outcome.Malformed, verdict.Outcome);
        Assert.False(verdict.Passed);
        Assert.Equal(0, verdict.Reward);
        Assert.Equal(violation, verdict.Violation());
    }

    [Fact]
    public void The_blocks_are_shown_where_they_stand()
    {
        const string response = "<think>a b</think> <answer>c</answer>";

        var verdict = Grading.Grade(response);

        Assert.Equal("a b", verdict.Block("thought", response));
        Assert.Equal("c", verdict.Block("answer", response));
    }
}
