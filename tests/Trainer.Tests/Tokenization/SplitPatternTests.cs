using System.Text;
using System.Text.RegularExpressions;
using Judges.Training.Models;
using Judges.Training.Tokenization;

namespace Trainer.Tests.Tokenization;

public sealed class SplitPatternTests
{
    private const string Qwen = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string Llama3 = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string EastAsian = "[\u4e00-\u9fa5\u3040-\u309f\u30a0-\u30ff]+";
    private const string DeepSeek = @"[!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    // All of the basic plane, where a regular expression of .NET sees what we see.
    private static readonly string[] s_fragments =
        ["a", "Z", "é", "ж", "日", "カ", "ん", "1", "23", "٣", "½", " ", "  ", "\t", "\n", "\r\n", "\u3000", "'", "'s", "'LL", "'re", ".", "!", "(", "+", "€", "\u0301", "_", "\0"];

    [Theory]
    [InlineData(SplitPattern.Gpt2)]
    [InlineData(Qwen)]
    [InlineData(Llama3)]
    [InlineData(EastAsian)]
    [InlineData(DeepSeek)]
    [InlineData(@"\p{N}{1,3}")]
    public void It_splits_as_its_regular_expression_does(string regex)
    {
        const ulong Seed = 17;
        var random = new CounterRandom(Seed);
        for (ulong round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + (int)(random.Bits(round) % 12))
                .Select(i => s_fragments[random.Fork(round).Bits((ulong)i) % (ulong)s_fragments.Length]));

            Assert.True(Expected(regex, text).SequenceEqual(Split(regex, text)), $"seed {Seed}, round {round}: {text}");
        }
    }

    [Fact]
    public void A_letter_outside_of_the_basic_plane_is_a_letter() =>
        Assert.Equal([" 𝒳𠀀x", "1", "2"], Split(Qwen, " 𝒳𠀀x12"));

    [Fact]
    public void A_pattern_that_is_not_known_is_named() =>
        Assert.Contains("(a|aa)+", Assert.Throws<NotSupportedException>(() => SplitPattern.Find("(a|aa)+")).Message, StringComparison.Ordinal);

    private static List<string> Expected(string regex, string text)
    {
        var pieces = new List<string>();
        var start = 0;
        foreach (Match match in Regex.Matches(text, regex, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
        {
            if (match.Index > start)
                pieces.Add(text[start..match.Index]);
            pieces.Add(match.Value);
            start = match.Index + match.Length;
        }

        if (start < text.Length)
            pieces.Add(text[start..]);
        return pieces;
    }

    private static List<string> Split(string regex, string text)
    {
        ReadOnlyMemory<Rune> rest = text.EnumerateRunes().ToArray();
        var pieces = new List<string>();
        foreach (var length in SplitPattern.Find(regex).Lengths(rest))
        {
            pieces.Add(string.Concat(rest[..length].ToArray()));
            rest = rest[length..];
        }

        return pieces;
    }
}
