using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class LanguageGuessTests
{
    public static TheoryData<string> Codes { get; } = [.. KnownLanguages.InOrder.Select(static language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_is_told_from_two_sentences(string code) => Assert.Equal(code, LanguageGuess.Of(Text(code)).Language?.Code);

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_text_in_the_language_asked_for_is_whole(string code) => Assert.Equal(1, new LanguageMeter(KnownLanguages.All[code]).Measure(Text(code)).Ratio);

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_text_in_any_other_language_of_another_family_is_not(string code)
    {
        var text = Text(code);

        foreach (var target in (string[])["en", "zh", "ru", "ar", "tr", "vi", "hu"])
        {
            if (target != code && !Related(target, code))
                Assert.True(new LanguageMeter(KnownLanguages.All[target]).Measure(text).Ratio < 0.2, $"{code} as {target}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 + 30")]
    [InlineData("`code`")]
    public void A_text_without_words_has_no_language(string text) => Assert.Null(LanguageGuess.Of(text).Language);

    private static string Text(string code) => string.Join(' ', Corpus.Lines("sentences").Where(line => line.Key == code).Select(static line => line.Text));

    // Chinese has no kana, but Japanese has Han.
    private static bool Related(string target, string code) => (target, code) is ("zh", "ja");
}
