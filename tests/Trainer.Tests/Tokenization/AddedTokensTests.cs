using Judges.Training.Tokenization;

namespace Trainer.Tests.Tokenization;

public sealed class AddedTokensTests
{
    private static readonly AddedTokens s_tokens = new(
    [
        new(1, "<m>", Special: true) { StripsLeft = true },
        new(2, "<u>", Special: true) { StripsRight = true },
        new(3, "ago", Special: false) { SingleWord = true },
        new(4, "<n>", Special: true),
    ]);

    // By the rules of Hugging Face's tokenizers (added_vocabulary.rs, find_matches): a stretch is in quotes, a token is its number.
    [Theory]
    [InlineData("a <m> b", "'a' 1 ' b'")]
    [InlineData("a \n\u00a0<m>", "'a' 1")]
    [InlineData(" <m>", "1")]
    [InlineData("a <u> \t b", "'a ' 2 'b'")]
    [InlineData("<u> <m> <n>", "2 1 ' ' 4")]
    [InlineData("<n> <m>", "4 1")]
    [InlineData("long ago", "'long ' 3")]
    [InlineData("ago.", "3 '.'")]
    [InlineData("agony, lumbago", "'agony, lumbago'")]
    [InlineData("agoago", "'agoago'")]
    [InlineData("ago_ ago\u00e9 ago\u0301 ago", "'ago_ ago\u00e9 ago\u0301 ' 3")]
    [InlineData("ago\u200d ago", "'ago\u200d ' 3")]
    [InlineData("ago\U0001D400 ago\U0001F600", "'ago\U0001D400 ' 3 '\U0001F600'")]
    public void A_token_takes_in_what_is_around_it(string text, string parts) =>
        Assert.Equal(parts, string.Join(' ', s_tokens.Cut(text).Select(static part => part.Token is { } token ? $"{token.Id}" : $"'{part.Text}'")));
}
