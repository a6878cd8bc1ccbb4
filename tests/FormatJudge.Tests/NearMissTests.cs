using Judges;

namespace FormatJudge.Tests;

public class NearMissTests
{
    [Theory]
    [InlineData("<Think>a</think><answer>b</answer>", "tagCase@0")]
    [InlineData("<think>a</THINK><answer>b</answer>", "tagCase@8")]
    [InlineData("< think>a</think><answer>b</answer>", "tagSpacing@0")]
    [InlineData("<think >a</think><answer>b</answer>", "tagSpacing@0")]
    [InlineData("<think>a</ think ><answer>b</answer>", "tagSpacing@8")]
    [InlineData("<think>a< / think><answer>b</answer>", "tagSpacing@8")]
    [InlineData("<th\u200Bink>a</think><answer>b</answer>", "tagInvisible@0")]
    [InlineData("<\uFEFFthink>a</think><answer>b</answer>", "tagInvisible@0")]
    [InlineData("＜think＞a</think><answer>b</answer>", "tagFullWidth@0")]
    [InlineData("<ｔｈｉｎｋ>a</think><answer>b</answer>", "tagFullWidth@0")]
    [InlineData("&lt;think&gt;a&lt;/think&gt;&lt;answer&gt;b&lt;/answer&gt;", "tagEscaped@0")]
    [InlineData("<think depth=\"1\">a</think><answer>b</answer>", "tagAttributes@0")]
    [InlineData("<think/>a</think><answer>b</answer>", "tagAttributes@0")]
    [InlineData("<think>a</think><Answer>b</Answer>", "tagCase@16")]
    public void A_slip_in_a_tag_is_diagnosed_and_never_accepted(string response, string violation)
    {
        var verdict = Grading.Grade(response);

        Assert.Equal(Outcome.Malformed, verdict.Outcome);
        Assert.Equal(violation, verdict.Violation());
        Assert.NotEqual(0, verdict.Detail!.Value.GetProperty("nearMisses").GetArrayLength());
    }

    [Theory]
    [InlineData("<thinking>a")]
    [InlineData("<thin k>a")]
    [InlineData("<think")]
    [InlineData("<think <think")]
    [InlineData("&lt;b&gt;")]
    [InlineData("<think1>")]
    [InlineData("<<")]
    [InlineData("&")]
    public void What_only_resembles_a_tag_is_text(string response) =>
        Assert.False(Grading.Grade(response).Detail!.Value.TryGetProperty("nearMisses", out _));

    [Fact]
    public void Near_misses_are_kept_up_to_eight()
    {
        var verdict = Grading.Grade(string.Concat(Enumerable.Repeat("<Think>", 100)));

        Assert.Equal(8, verdict.Detail!.Value.GetProperty("nearMisses").GetArrayLength());
    }
}
