using System.Text.Json;
using Judges;

namespace FormatJudge.Tests.Lengths;

public class MeasureTests
{
    [Theory]
    [InlineData("""{"response":"one two three","profile":"length","params":{"unit":"words","min":2,"max":3}}""", 1, 3)]
    [InlineData("""{"response":"one","profile":"length","params":{"unit":"words","min":2}}""", 0.5, 1)]
    [InlineData("""{"response":"one two three","profile":"length","params":{"unit":"words","max":2}}""", 0.5, 3)]
    [InlineData("""{"response":"我们 don't","profile":"length","params":{"unit":"words"}}""", 1, 4)]
    [InlineData("""{"response":"สวัสดี","profile":"length","params":{"unit":"words"}}""", 1, 6)]
    [InlineData("""{"response":"e\u0301\uD83D\uDC68\u200D\uD83D\uDC69","profile":"length","params":{"unit":"graphemes"}}""", 1, 2)]
    [InlineData("""{"response":"e\u0301\uD83D\uDC68\u200D\uD83D\uDC69","profile":"length","params":{"unit":"characters"}}""", 1, 5)]
    [InlineData("""{"response":"","profile":"length","tokens":7,"params":{"unit":"tokens"}}""", 1, 7)]
    [InlineData("""{"response":"","profile":"cosine","tokens":100,"params":{"unit":"tokens","max":100,"correct":true}}""", 0.5, 100)]
    [InlineData("""{"response":"","profile":"cosine","tokens":900,"params":{"unit":"tokens","max":100,"correct":true}}""", 0.5, 900)]
    [InlineData("""{"response":"","profile":"cosine","tokens":200,"params":{"unit":"tokens","max":100,"correct":true,"clamp":false}}""", 1, 200)]
    [InlineData("""{"response":"","profile":"cosine","tokens":0,"params":{"unit":"tokens","max":100,"correct":false}}""", -1, 0)]
    [InlineData("""{"response":"","profile":"overlong","tokens":100,"params":{"unit":"tokens","max":150,"buffer":50}}""", 0, 100)]
    [InlineData("""{"response":"","profile":"overlong","tokens":125,"params":{"unit":"tokens","max":150,"buffer":50}}""", -0.5, 125)]
    [InlineData("""{"response":"","profile":"overlong","tokens":500,"params":{"unit":"tokens","max":150,"buffer":50}}""", -1, 500)]
    [InlineData("""{"response":"","profile":"overlong","tokens":200,"params":{"unit":"tokens","max":150,"buffer":50,"clamp":false}}""", -2, 200)]
    public void A_length_has_a_unit_and_a_score(string request, double score, int length)
    {
        var verdict = Grade(request);

        Assert.Equal(score, verdict.Detail!.Value.GetProperty("score").GetDouble(), 1e-12);
        Assert.Equal(length, verdict.Detail!.Value.GetProperty("value").GetProperty("length").GetInt32());
        Assert.Null(verdict.Defect());
    }

    [Theory]
    [InlineData("""{"response":"a","profile":"length"}""", "`unit`")]
    [InlineData("""{"response":"a","profile":"length","params":{"unit":"pages"}}""", "`unit`")]
    [InlineData("""{"response":"a","profile":"length","params":{"unit":"tokens"}}""", "`tokens`")]
    [InlineData("""{"response":"a","profile":"length","params":{"unit":"words","min":3,"max":2}}""", "`min`")]
    [InlineData("""{"response":"a","profile":"cosine","params":{"unit":"words"}}""", "`correct`")]
    [InlineData("""{"response":"a","profile":"overlong","params":{"unit":"words","max":2,"buffer":3}}""", "`buffer`")]
    [InlineData("""{"response":"a","profile":"repetition","params":{"unit":"tokens"}}""", "`tokenIds`")]
    [InlineData("""{"response":"a","profile":"repetition","params":{"unit":"words","free":1}}""", "`free`")]
    public void A_mistake_in_the_request_is_no_fault_of_the_model(string request, string reason)
    {
        var verdict = Grade(request);

        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
        Assert.Contains(reason, verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static Verdict Grade(string request) => Grading.Grade(JsonSerializer.Deserialize(request, JudgesJson.Default.GradeFormat)!);
}
