using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class LanguageGuessTests
{
    public static TheoryData<string, string> Sentences { get; } = [.. Corpus.Lines("sentences").Select(static line => (line.Key, line.Text))];

    public static TheoryData<string> Codes { get; } = [.. KnownLanguages.InOrder.Select(static language => language.Code)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_plain_sentence_is_told(string code, string text) => Assert.Equal(code, LanguageGuess.Of(text).Language?.Code);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_sentences_here(string code) => Assert.True(Corpus.Lines("sentences").Count(line => line.Key == code) >= 2);
}
