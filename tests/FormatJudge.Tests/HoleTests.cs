using Judges;

namespace FormatJudge.Tests;

/// <summary>What some peer's reward pays for and no template here does.</summary>
public class HoleTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["think-answer"] = "<think>so it is</think><answer>4</answer>",
        ["think-only"] = "<think>so it is</think>4",
        ["think-boxed"] = @"<think>so it is</think>\boxed{4}",
        ["reasoning-answer"] = "<reasoning>so it is</reasoning><answer>4</answer>",
        ["think-code"] = "<think>so it is</think><answer>\n```python\nx = 4\n```\n</answer>",
        ["tool-call"] = """<think>so it is</think><tool_call>{"name":"f","arguments":{}}</tool_call>""",
        ["multi-turn"] = "<think>so it is</think><answer>4</answer>",
    };

    /// <summary>By name: from the first block, and what comes after it, to a response that must not pass.</summary>
    private static readonly Dictionary<string, Func<string, string, string>> Holes = new()
    {
        ["text before"] = static (first, rest) => "Sure! " + first + rest,
        ["no first block"] = static (_, rest) => rest,
        ["nothing after the first block"] = static (first, _) => first + " \n",
        ["an empty thought"] = static (first, rest) => first.Replace("so it is", "\u200B \n", StringComparison.Ordinal) + rest,
        ["the answer before the thought"] = static (first, rest) => rest + first,
        ["two thoughts"] = static (first, rest) => first + first + rest,
        ["a thought in a thought"] = static (first, rest) => first.Replace("so it is", first, StringComparison.Ordinal) + rest,
        ["the answer in the thought"] = static (first, rest) => first.Replace("so it is", rest, StringComparison.Ordinal) + rest,
        ["closing tags without end"] = static (first, rest) => first + string.Concat(Enumerable.Repeat(first[(first.LastIndexOf("</", StringComparison.Ordinal))..], 20)) + rest,
        ["an unclosed thought"] = static (first, rest) => first.Replace("</", "", StringComparison.Ordinal) + rest,
    };

    /// <summary>More of them, for templates that end with a tag.</summary>
    private static readonly Dictionary<string, Func<string, string>> Tails = new()
    {
        ["text after the closing tag"] = static right => right + "\nand more",
        ["a letter after the closing tag"] = static right => right + "x",
        ["the answer unclosed"] = static right => right[..right.LastIndexOf("</", StringComparison.Ordinal)],
        ["an empty answer"] = static right => right[..(right.LastIndexOf('<', right.LastIndexOf("</", StringComparison.Ordinal) - 1))] + "<answer> </answer>",
        ["the closing tag twice"] = static right => right + right[right.LastIndexOf("</", StringComparison.Ordinal)..],
    };

    public static TheoryData<string> Templates { get; } = [.. Right.Keys];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_hole_of_a_peer_is_open(string template)
    {
        var right = Right[template];
        var end = right.IndexOf('>', right.IndexOf("</", StringComparison.Ordinal)) + 1;

        Assert.True(Grading.Grade(right, template: template).Passed);
        Assert.False(Grading.Grade(new GradeFormat { Response = right, Template = template, FinishReason = FinishReason.Length }).Passed);
        foreach (var (name, hole) in Holes)
        {
            // What follows the thought is the answer whatever stands in it, where no tag says otherwise.
            if (name is "the answer in the thought" && !right.EndsWith('>'))
                continue;
            Fails(hole(right[..end], right[end..]), name);
        }
        foreach (var (name, tail) in right.EndsWith('>') ? Tails : [])
            Fails(tail(right), name);

        void Fails(string response, string name)
        {
            var verdict = Grading.Grade(response, template: template);
            Assert.True(verdict is { Passed: false, Reward: 0 }, $"{name}: {response}");
        }
    }

    [Theory]
    [InlineData("think-answer", "<think>4</think><answer> 4\n</answer>")]
    [InlineData("think-only", "<think>4</think>\n4")]
    [InlineData("think-boxed", @"<think>\boxed{4}</think>\boxed{4}")]
    [InlineData("reasoning-answer", "<reasoning>4</reasoning><answer>4</answer>")]
    [InlineData("think-code", "<think>```\nx\n```</think><answer>\n```\nx\n```\n</answer>")]
    public void An_answer_that_repeats_the_thought_is_none(string template, string response) =>
        Assert.StartsWith("answerCopied@", Grading.Grade(response, template: template).Violation(), StringComparison.Ordinal);
}
