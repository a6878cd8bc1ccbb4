using System.Text.Json;
using Judges;
using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class LanguageModeTests
{
    [Theory]
    [InlineData(90, 10, 1, LanguageMode.Ratio, 0.9)]
    [InlineData(90, 10, 1, LanguageMode.Threshold, 1)]
    [InlineData(89, 11, 1, LanguageMode.Threshold, 0)]
    [InlineData(75, 25, 1, LanguageMode.Linear, 0.5)]
    [InlineData(40, 60, 1, LanguageMode.Linear, 0)]
    [InlineData(100, 0, 0, LanguageMode.Linear, 1)]
    [InlineData(100, 0, 0, LanguageMode.Strict, 1)]
    [InlineData(999, 1, 1, LanguageMode.Strict, 0)]
    [InlineData(100, 0, 0, LanguageMode.RunSensitive, 1)]
    [InlineData(999, 1, 1, LanguageMode.RunSensitive, 0.999 * 0.9)]
    [InlineData(90, 10, 3, LanguageMode.RunSensitive, 0.9 * 0.7)]
    [InlineData(90, 10, 10, LanguageMode.RunSensitive, 0)]
    public void A_mode_makes_a_score_of_words_and_passages(double own, double foreign, int runs, LanguageMode mode, double score) =>
        Assert.Equal(score, LanguageScore.Of(Report(own, foreign, runs), new() { Mode = mode }), 9);

    [Theory]
    [InlineData("""{"threshold":0}""", "threshold")]
    [InlineData("""{"threshold":1.1}""", "threshold")]
    [InlineData("""{"low":-0.1}""", "low")]
    [InlineData("""{"low":0.9,"high":0.9}""", "low")]
    [InlineData("""{"high":2}""", "high")]
    [InlineData("""{"allow":[null]}""", "allow")]
    public void A_reward_that_makes_no_sense_is_refused(string json, string names) =>
        Assert.Contains(names, JsonSerializer.Deserialize<LanguageReward>(json, JsonSerializerOptions.Web)!.Defect(), StringComparison.Ordinal);

    [Fact]
    public void Modes_have_their_names_on_the_wire() =>
        Assert.Equal(LanguageMode.RunSensitive, JsonSerializer.Deserialize<LanguageReward>("""{"mode":"runSensitive"}""", JsonSerializerOptions.Web)!.Mode);

    [Theory]
    [InlineData("12 + 30 = ?")]
    [InlineData("$x$ `code`")]
    public void A_prompt_that_tells_no_language_is_a_fault_of_the_request(string prompt)
    {
        var verdict = Grading.Grade(new GradeFormat { Response = "<think>a</think><answer>b</answer>", Language = "auto", Prompt = prompt });

        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
    }

    [Fact]
    public void Without_a_prompt_there_is_nothing_to_take_the_language_from() =>
        Assert.Contains("prompt", new GradeFormat { Response = "", Language = "auto" }.Defect(), StringComparison.Ordinal);

    [Fact]
    public void Words_that_are_allowed_are_neutral()
    {
        const string text = "我们先把 kubernetes 的两个数相加，然后检查 kubernetes 是不是正确，这样就得到了答案。";

        Assert.True(new LanguageMeter(KnownLanguages.All["zh"]).Measure(text).Ratio < 1);
        Assert.Equal(1, new LanguageMeter(KnownLanguages.All["zh"], null, ["kubernetes"]).Measure(text).Ratio);
    }

    private static LanguageReport Report(double own, double foreign, int runs) => new()
    {
        Target = "en",
        Insufficient = false,
        Ratio = own / (own + foreign),
        TargetWords = own,
        ForeignWords = foreign,
        ForeignRuns = runs,
        LongestForeignRun = foreign,
        Switches = runs,
        Spans = [],
    };
}
