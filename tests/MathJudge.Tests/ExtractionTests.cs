using Judges.Mathematics;

namespace MathJudge.Tests;

public class ExtractionTests
{
    [Theory]
    [InlineData(@"so \boxed{5}", "5")]
    [InlineData(@"\boxed{\frac{1}{2}}", @"\frac{1}{2}")]
    [InlineData(@"\boxed {7} and", "7")]
    [InlineData(@"\boxed{1} then \boxed{2}.", "2")]
    [InlineData(@"\boxed{\{1, 2\}}", @"\{1, 2\}")]
    [InlineData(@"\boxed{a\\}", @"a\\")]
    [InlineData(@"\boxed{\boxed{5}}", "5")]
    [InlineData(@"\boxed{5} as in \boxed", "5")]
    [InlineData(@"\boxed{5} as in \boxed3", "5")]
    [InlineData("<answer> 5 </answer>", " 5 ")]
    [InlineData("<answer>5</answer><answer>6</answer>", "6")]
    [InlineData("<answer>5</answer><answer>6", "5")]
    [InlineData("<answer>5</answer></answer>", "5")]
    [InlineData(@"<answer>it is \boxed{5}</answer>", "5")]
    [InlineData(@"\boxed{5} <answer>6</answer>", "6")]
    [InlineData(@"<answer>6</answer> \boxed{5}", "5")]
    [InlineData(@"\boxed{5 <answer>6</answer>", "6")]
    [InlineData(@"<think>\boxed{1}</think> it is \boxed{2}", "2")]
    [InlineData(@"<think>a</think>b</think>\boxed{2}", "2")]
    public void The_answer_marked_last_is_found(string response, string answer)
    {
        var extraction = AnswerExtractor.Extract(response);

        Assert.NotNull(extraction);
        Assert.Equal(answer, response.Substring(extraction.Value.Start, extraction.Value.Length));
    }

    [Theory]
    [InlineData(@"\boxed{5} or put it in \boxed{}", "5")]
    [InlineData(@"\fbox{5} or \boxed{ }", "5")]
    [InlineData(@"\boxed{1} and \boxed{2}", @"\boxed{1} and \boxed{2}")]
    [InlineData(@"\[\boxed{x=1}\] \[\boxed{y=2}\]", @"\boxed{x=1}\] \[\boxed{y=2}")]
    [InlineData(@"$\boxed{1}$, $\boxed{2}$, or $\boxed{3}$", @"\boxed{1}$, $\boxed{2}$, or $\boxed{3}")]
    [InlineData(@"\boxed{5}, \boxed{5}", "5")]
    [InlineData(@"\boxed{\boxed{5} and \boxed{6}}", @"\boxed{5} and \boxed{6}")]
    [InlineData(@"<answer>The final answer is $\frac12$.</answer>", @"$\frac12$")]
    [InlineData("[asy] label(\"\\boxed{7}\"); [/asy] \\boxed{5}", "5")]
    [InlineData("\\boxed{5}\n[asy] label(\"\\boxed{7}\"); [/asy]", "5")]
    [InlineData("\\boxed{5}\n```python\nprint('\\boxed{7}')\n```", "5")]
    [InlineData("\\boxed{5}\n```python\nprint('\\boxed{7}')", "5")]
    [InlineData("```latex\n\\boxed{7}\n```", "7")]
    [InlineData("```\n\\boxed{7}\n```", "7")]
    [InlineData("```python\n1\n``` and ```python\n2\n``` so \\boxed{3}", "3")]
    public void Several_boxes_pictures_and_code_are_told_apart(string response, string answer)
    {
        var extraction = AnswerExtractor.Extract(response);

        Assert.NotNull(extraction);
        Assert.Equal(answer, response.Substring(extraction.Value.Start, extraction.Value.Length));
    }

    [Theory]
    [InlineData(@"\boxed{1} and \boxed{2}", "2")]
    [InlineData(@"$\boxed{1}$, $\boxed{2}$", "2")]
    public void A_scope_may_want_the_last_box_only(string response, string answer)
    {
        var extraction = AnswerExtractor.Extract(response, ExtractionScope.LastBox);

        Assert.Equal(answer, response.Substring(extraction!.Value.Start, extraction.Value.Length));
    }

    [Theory]
    [InlineData(@"So \(x_1 = \boxed{3}\) and \(x_2 = \boxed{4}\).", @"x_1 = \boxed{3}\) and \(x_2 = \boxed{4}")]
    [InlineData(@"$f(x)=\boxed{x}$, $g(x)=\boxed{2x}$", @"f(x)=\boxed{x}$, $g(x)=\boxed{2x}")]
    [InlineData(@"$x = \boxed{3}$ and $x = \boxed{4}$", "4")]
    [InlineData(@"$x = \boxed{3}$ and then $y = \boxed{4}$", "4")]
    [InlineData(@"\boxed{3} and $y = \boxed{4}$", "4")]
    public void A_wide_scope_reads_boxes_with_labels_of_their_own_together(string response, string answer)
    {
        var extraction = AnswerExtractor.Extract(response, ExtractionScope.Anything);

        Assert.Equal(answer, response.Substring(extraction!.Value.Start, extraction.Value.Length));
        Assert.NotEqual(ExtractionRule.SeveralBoxes, AnswerExtractor.Extract(response)!.Value.Rule);
    }

    [Fact]
    public void Thoughts_are_read_only_where_that_is_asked_for()
    {
        const string Response = @"<think>\boxed{1}</think> it is 2";

        Assert.Null(AnswerExtractor.Extract(Response));
        Assert.Equal(14, AnswerExtractor.Extract(Response, readThoughts: true)!.Value.Start);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the answer is 5")]
    [InlineData(@"\boxed 5")]
    [InlineData("<answer>5")]
    [InlineData("5</answer>")]
    [InlineData("</answer>5<answer>")]
    [InlineData("<Answer>5</Answer>")]
    [InlineData(@"<think>\boxed{1}</think> it is 2")]
    [InlineData(@"<think>\boxed{1}")]
    [InlineData(@"<think>a</think>\boxed{1}<think>\boxed{2}")]
    [InlineData(@"<think><answer>1</answer>")]
    [InlineData(@"\boxed{5}</think>")]
    public void An_unmarked_answer_is_not_found(string response) => Assert.Null(AnswerExtractor.Extract(response));

    [Theory]
    [InlineData(@"\boxed{5")]
    [InlineData(@"\boxed{5} and \boxed{6")]
    [InlineData(@"\boxed{\frac{1}{2}")]
    [InlineData(@"\boxed{5\}")]
    [InlineData(@"\boxed{")]
    [InlineData(@"<answer>5</answer> \boxed{6")]
    public void A_box_that_never_closes_is_said_to_be_so(string response) => Assert.True(AnswerExtractor.Extract(response)!.Value.Unclosed);
}
