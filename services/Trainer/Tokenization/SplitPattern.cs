using System.Text;
using static Judges.Training.Tokenization.SplitRules;

namespace Judges.Training.Tokenization;

/// <summary>A splitting pattern, by the regular expression that tokenizer.json names it with: the first alternative that matches makes a piece, what none matches lies between pieces.</summary>
internal sealed class SplitPattern(params SplitRule[] alternatives)
{
    public const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private const string Contractions = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|";
    private const string Rest = @"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private static readonly Dictionary<string, SplitPattern> s_known = new(StringComparer.Ordinal)
    {
        [Gpt2] = new(
            Contraction(ignoreCase: false), Run(IsLetter, IsBlank), Run(IsNumber, IsBlank), Run(IsOther, IsBlank), SpacesBeforeTheLast, Spaces),
        [Contractions + @"[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}" + Rest] = Words(digits: 1), // Qwen
        [Contractions + @"[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}" + Rest] = Words(digits: 3), // Llama 3
        [@"\p{N}{1,3}"] = new(Run(IsNumber, most: 3)), // these three, one after the other: DeepSeek-V3
        ["[\u4e00-\u9fa5\u3040-\u309f\u30a0-\u30ff]+"] = new(Run(IsEastAsian)),
        [@"[!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"] = new(
            After(IsAsciiPunctuation, static rune => rune.IsAscii && IsLetter(rune)),
            Run(static rune => IsLetter(rune) || IsMark(rune), static rune => !IsNewline(rune) && !IsLetter(rune) && !IsPunctuationOrSymbol(rune)),
            Run(IsPunctuationOrSymbol, IsBlank, IsNewline),
            Newlines, SpacesBeforeTheLast, Spaces),
    };

    public static SplitPattern Find(string regex) => s_known.TryGetValue(regex, out var pattern)
        ? pattern
        : throw new NotSupportedException($"The tokenizer splits text by a pattern that is not known: {regex}");

    /// <summary>Lengths of the pieces, which together are the text.</summary>
    public IEnumerable<int> Lengths(ReadOnlyMemory<Rune> text)
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = Match(text.Span[at..]);
            if (length == 0)
            {
                at++;
                continue;
            }

            if (at > start)
                yield return at - start;
            yield return length;
            start = at += length;
        }

        if (text.Length > start)
            yield return text.Length - start;
    }

    private int Match(ReadOnlySpan<Rune> text)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative(text) is > 0 and var length)
                return length;
        }

        return 0;
    }

    private static SplitPattern Words(int digits) => new(
        Contraction(ignoreCase: true),
        Run(IsLetter, static rune => !IsNewline(rune) && !IsLetter(rune) && !IsNumber(rune)),
        Run(IsNumber, most: digits),
        Run(IsOther, IsBlank, IsNewline),
        Newlines, SpacesBeforeTheLast, Spaces);

    private static bool IsBlank(Rune rune) => rune.Value == ' ';

    private static bool IsOther(Rune rune) => !IsSpace(rune) && !IsLetter(rune) && !IsNumber(rune);

    private static bool IsAsciiPunctuation(Rune rune) => rune.IsAscii && IsPunctuationOrSymbol(rune);

    private static bool IsEastAsian(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FA5) or (>= 0x3040 and <= 0x30FF);
}
