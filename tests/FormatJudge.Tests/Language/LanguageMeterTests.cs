using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class LanguageMeterTests
{
    private const string English = "We add the two numbers and then we check that the sum is right. ";
    private const string Chinese = "我们先把两个数相加，然后检查结果是不是正确，这样就得到了答案。";

    [Theory]
    [InlineData("en", English)]
    [InlineData("zh", Chinese)]
    [InlineData("en", English + "So `变量` and $\\alpha + 中$ are right.")]
    [InlineData("zh", Chinese + "```python\nprint(value)\n```")]
    [InlineData("en", English + "The value of x_1 in NATO is θ.")]
    public void A_text_in_the_target_language_is_whole(string target, string text) => Assert.Equal(1, Of(target, text).Ratio);

    [Theory]
    [InlineData("en", English + "That is 正确 and done.")]
    [InlineData("en", English + "Das ist nicht die richtige Antwort auf die Frage, die wir haben. " + English)]
    [InlineData("de", "Das ist die Antwort auf die Frage, und sie ist nicht falsch. " + English)]
    [InlineData("zh", Chinese + "because the answer is right")]
    [InlineData("zh", Chinese + "women xian ba liang ge shu xiang jia")]
    [InlineData("en", English + "Th\u0435 p\u0430rt")]
    [InlineData("en", English + "\\text{我们先把两个数相加}")]
    public void A_foreign_passage_shows(string target, string text)
    {
        var report = Of(target, text);

        Assert.True(report.Ratio < 1, $"{report.Ratio}");
        Assert.NotEmpty(report.Spans);
    }

    [Fact]
    public void Filler_in_the_target_language_hides_nothing()
    {
        var report = Of("en", string.Concat(Enumerable.Repeat(English, 200)) + "认为");

        Assert.InRange(report.Ratio!.Value, 0.99, 0.99999);
        Assert.Equal(1, report.ForeignRuns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Yes.")]
    [InlineData("```\nthe whole answer is in here and it is long enough to count for a lot of words\n```")]
    [InlineData("$a + b = c$ $\\sin x \\text{ if } x > 0$ and $\\frac{a}{b}$")]
    public void Too_little_is_insufficient_and_not_whole(string text)
    {
        var report = Of("en", text);

        Assert.True(report.Insufficient);
        Assert.Null(report.Ratio);
    }

    [Fact]
    public void What_is_quoted_from_the_prompt_is_neutral_and_cannot_fill_a_text()
    {
        Assert.Equal(1, Of("en", English + "The word 答案 is given.", "What does 答案 mean?").Ratio);
        Assert.True(Of("en", string.Concat(Enumerable.Repeat("答案 ", 50)), "What does 答案 mean?").Insufficient);
    }

    private static LanguageReport Of(string target, string text, string? prompt = null) => new LanguageMeter(KnownLanguages.All[target], prompt).Measure(text);
}
