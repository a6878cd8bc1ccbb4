using Judges;

namespace FormatJudge.Tests.Templates;

public class BuiltInTemplateTests
{
    private const string Call = """<tool_call>{"name":"f","arguments":{"x":1}}</tool_call>""";

    [Theory]
    [InlineData("think-boxed", @"<think>a</think>so \boxed{\frac{1}{2}}", "none")]
    [InlineData("think-boxed", @"<think>\boxed{1}</think>so 1", "answerBoxMissing@28")]
    [InlineData("think-boxed", @"<think>a</think>\boxed{ }", "answerBoxEmpty@16")]
    [InlineData("think-boxed", @"<think>a</think>\boxed{1", "answerBoxUnclosed@16")]
    [InlineData("think-boxed", @"<think>a</think>\boxed{1\}", "answerBoxUnclosed@16")]
    [InlineData("reasoning-answer", "<reasoning>a</reasoning><answer>b</answer>", "none")]
    [InlineData("reasoning-answer", "<think>a</think><answer>b</answer>", "reasoningMissing@0")]
    [InlineData("think-code", "<think>a</think><answer>\n```python\nx = 1\n```\n</answer>", "none")]
    [InlineData("think-code", "<think>a</think><answer>x = 1</answer>", "answerCodeMissing@29")]
    [InlineData("think-code", "<think>a</think><answer>\n```\nx = 1\n</answer>", "answerCodeUnclosed@25")]
    [InlineData("think-code", "<think>a</think><answer>\n```\n\n```\n</answer>", "answerCodeEmpty@25")]
    [InlineData("think-code", "<think>a</think><answer>\n```\nx\n```\n~~~\ny\n~~~\n</answer>", "answerCodeRepeated@35")]
    [InlineData("think-code:python", "<think>a</think><answer>\n```py\nx = 1\n```\n</answer>", "none")]
    [InlineData("think-code:python", "<think>a</think><answer>\n````Python\n```\n````\n</answer>", "none")]
    [InlineData("think-code:python", "<think>a</think><answer>\n```rust\nx\n```\n</answer>", "answerCodeLanguage@25")]
    [InlineData("tool-call", "<think>a</think>" + Call, "none")]
    [InlineData("tool-call", "<think>a</think>\n" + Call + "\n" + Call, "none")]
    [InlineData("tool-call", "<think>a</think>", "tool_callMissing@16")]
    [InlineData("tool-call", "<think>a</think>b" + Call, "textOutside@16")]
    [InlineData("tool-call", "<think>a</think>" + Call + "b", "textOutside@71")]
    [InlineData("tool-call", Call + "<think>a</think>", "tool_callMisplaced@0")]
    [InlineData("tool-call", "<think>a</think><tool_call>f(1)</tool_call>", "callJsonInvalid@27")]
    [InlineData("tool-call", """<think>a</think><tool_call>{"name":"f"}</tool_call>""", "callArgumentsMissing@27")]
    [InlineData("tool-call", """<think>a</think><tool_call>{"name":"f","name":"g","arguments":{}}</tool_call>""", "callJsonInvalid@27")]
    [InlineData("tool-call", """<think>a</think><tool_call>{"name":"f","arguments":"{\"x\":1}"}</tool_call>""", "none")]
    [InlineData("tool-call", """<think>a</think><tool_call>{"name":"f","arguments":[1]}</tool_call>""", "callArgumentsInvalid@27")]
    [InlineData("tool-call", "<think>a</think>" + Call + "<tool_response>1</tool_response>", "environmentText@71")]
    [InlineData("tool-call", "<think>a</think><tool_call>" + Call + "</tool_call>", "tool_callUnclosed@16")]
    [InlineData("tool-call", "<think>a</think><Tool_Call>{}</tool_call>", "tagCase@16")]
    [InlineData("multi-turn", "<think>a</think><answer>b</answer>", "none")]
    [InlineData("multi-turn", "<think>a</think><answer>b <information>c</information></answer>", "environmentText@26")]
    public void A_response_is_right_or_has_its_first_violation(string template, string response, string violation)
    {
        var verdict = Grading.Grade(response, template: template);

        Assert.Equal(violation, verdict.Violation());
        Assert.Equal(violation == "none" ? (Outcome.Accepted, 1.0) : (Outcome.Malformed, 0.0), (verdict.Outcome, verdict.Reward));
    }

    [Theory]
    [InlineData("think-boxed")]
    [InlineData("reasoning-answer")]
    [InlineData("think-code")]
    [InlineData("tool-call")]
    [InlineData("multi-turn")]
    public void Nothing_of_the_structure_earns_nothing(string template)
    {
        foreach (var response in new[] { "", " \n", "The answer is 5.", "<Think>a</Think>" })
            Assert.Equal(0, Grading.Grade(response, FormatCredit.Checks, template).Reward);
    }

    [Fact]
    public void Every_block_of_a_kind_that_repeats_is_extracted()
    {
        var response = "<think>a</think>" + Call + Call;

        var verdict = Grading.Grade(response, template: "tool-call");

        Assert.Equal("a", verdict.Block("thought", response));
        Assert.Equal(verdict.Block("call[0]", response), verdict.Block("call[1]", response));
    }
}
