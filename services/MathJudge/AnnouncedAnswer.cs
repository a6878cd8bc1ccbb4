using System.Buffers;

namespace Judges.Mathematics;

/// <summary>An answer that a sentence announces, or a box without braces; the last of them counts.</summary>
internal static class AnnouncedAnswer
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("-0123456789");

    private static readonly string[] s_phrases = ["answer is", "answer:", "answers are", "answer to the question is", "答案是", "答案为", "答案：", "答案:"];

    public static Extraction? Find(ReadOnlySpan<char> text)
    {
        var (start, rule) = (-1, ExtractionRule.Announced);
        foreach (var phrase in s_phrases)
        {
            if (text.LastIndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && at + phrase.Length > start)
                start = at + phrase.Length;
        }
        if (text.LastIndexOf("####") is var hashes and >= 0 && hashes + 4 > start)
            (start, rule) = (hashes + 4, ExtractionRule.Hashes);
        if (text.LastIndexOf(@"\boxed") is var box and >= 0 && box + 6 > start && text[(box + 6)..].TrimStart() is [>= '0' and <= '9' or '-', ..])
            (start, rule) = (box + 6, ExtractionRule.BoxWithoutBraces);
        if (start < 0)
            return null;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is ':' or '：' or '*'))
            start++;
        var length = rule is ExtractionRule.BoxWithoutBraces ? text[start..].IndexOfAnyExcept(s_digits) : Length(text[start..]);
        if (length < 0)
            length = text.Length - start;
        return length == 0 ? null : new(rule, start, length);
    }

    // One formula when it starts with one, else to the end of the sentence or line.
    private static int Length(ReadOnlySpan<char> text)
    {
        var (open, close) = text switch
        {
            ['$', '$', ..] => (2, "$$"),
            ['$', ..] => (1, "$"),
            ['\\', '(', ..] => (2, @"\)"),
            ['\\', '[', ..] => (2, @"\]"),
            _ => (0, ""),
        };
        if (open > 0 && text[open..].IndexOf(close) is var end and >= 0)
            return open + end + close.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var stops = text[i] is '\n' or '。' or '；' || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) && text[i] is '.')
                || (text[i] is '.' && i + 1 == text.Length);
            if (stops)
                return text[..i].TrimEnd("* ").Length;
        }
        return text.TrimEnd("* ").Length;
    }
}
