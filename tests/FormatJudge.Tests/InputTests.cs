using System.Text.Json;
using Judges;

namespace FormatJudge.Tests;

/// <summary>A response as text, split by a server, or as the end of a conversation.</summary>
public class InputTests
{
    [Theory]
    [InlineData("""{"response":"a</think><answer>b</answer>","prefilled":"<think>"}""", "none")]
    [InlineData("""{"response":"a</think><answer>b</answer>","prefilled":"<think>\n"}""", "none")]
    [InlineData("""{"response":"<think>a</think><answer>b</answer>","prefilled":"<think>"}""", "thinkRepeated@7")]
    [InlineData("""{"response":"<answer>b</answer>","reasoning":"a"}""", "none")]
    [InlineData("""{"response":"<answer>b</answer>","reasoning":" "}""", "thoughtEmpty@7")]
    [InlineData("""{"response":"<answer>b</answer>","reasoning":"a</think>"}""", "thinkRepeated@16")]
    [InlineData("""{"response":"b","reasoning":"a","template":"think-only"}""", "none")]
    [InlineData("""{"response":"a","reasoning":"a","template":"think-only"}""", "answerCopied@16")]
    [InlineData("""{"response":"","messages":[{"role":"user","content":"q"},{"role":"assistant","content":"<think>a</think><answer>b</answer>"}]}""", "none")]
    [InlineData("""{"response":"<think>a</think><answer>b</answer>","messages":[{"role":"user","content":"q"}]}""", "none")]
    [InlineData("""{"response":"","template":"think-only","messages":[{"role":"assistant","reasoning_content":"a","content":"b"}]}""", "none")]
    public void What_was_taken_apart_is_judged_as_the_whole(string request, string violation) =>
        Assert.Equal(violation, Grade(request).Violation());

    [Fact]
    public void Messages_without_an_answer_are_a_mistake_of_the_request()
    {
        var verdict = Grade("""{"response":"","messages":[{"role":"user","content":"q"}]}""");

        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
    }

    private const string Called = """
        {"role":"assistant","reasoning_content":"look it up","content":null,"tool_calls":[{"type":"function","function":{"name":"find","arguments":"{}"}}]},
        {"role":"tool","content":"<answer>5</answer>"}
        """;

    [Theory]
    [InlineData(Called, "<think>a</think><answer>b</answer>", true, 0)]
    [InlineData(Called + "," + Called, "<think>a</think><answer>b</answer>", true, 0)]
    [InlineData("""{"role":"assistant","content":"<think>a</think>"},{"role":"user","content":"go on"}""", "<think>a</think><answer>b</answer>", false, 1)]
    [InlineData(Called, "<think>a</think>", false, 0)]
    public void Each_turn_of_a_conversation_is_judged_and_only_the_assistants(string earlier, string last, bool passes, int failing)
    {
        var verdict = Grade($$"""
            {"response":{{JsonSerializer.Serialize(last)}},"template":"multi-turn","credit":"checks","messages":[{"role":"user","content":"<think>"},{{earlier}}]}
            """);

        Assert.Equal(passes, verdict.Passed);
        Assert.InRange(verdict.Reward!.Value, 0.2, passes ? 1 : 0.9);
        Assert.Equal(failing, verdict.Detail!.Value.GetProperty("turns").EnumerateArray().Count(static turn => !turn.GetProperty("holds").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"judge":"format","response":"a","prefilled":"<think>","reasoning":"b"}""")]
    [InlineData("""{"judge":"format","response":"a","grammar":"think-answer"}""")]
    [InlineData("""{"judge":"format","response":"a","template":"llm"}""")]
    public void A_request_that_contradicts_itself_is_refused(string request) =>
        Assert.NotNull(JsonSerializer.Deserialize(request, JudgesJson.Default.GradeFormat)!.Defect());

    private static Verdict Grade(string request) => Grading.Grade(JsonSerializer.Deserialize(request, JudgesJson.Default.GradeFormat)!);
}
