namespace Judges.Mathematics;

/// <summary>How far an announced answer goes: the formulas it starts with, or the rest of its sentence without what only comments on it.</summary>
internal static class AnnouncedLength
{
    private const int MaxFormulas = 64;

    private static readonly (string Open, string Close)[] s_delimiters = [("$$", "$$"), ("$", "$"), (@"\(", @"\)"), (@"\[", @"\]")];
    private static readonly string[] s_comments = [" because", " since ", ", since", " where ", ", where", " which ", ", which", " when ", ", so ", ", as ", ", i.e.", ", or about", ", or approximately"];

    public static int Of(ReadOnlySpan<char> text)
    {
        if (Formula(text) is var first and > 0)
            return Formulas(text, first);
        var sentence = Sentence(text);
        foreach (var comment in s_comments)
        {
            if (sentence.IndexOf(comment, StringComparison.OrdinalIgnoreCase) is var at and > 0)
                sentence = sentence[..at];
        }
        // {"answer": 5}
        if (!sentence.Contains('{'))
            sentence = sentence.TrimEnd('}');
        return sentence.TrimEnd("* \t\r,").Length;
    }

    // "$3$ and $5$" is both of them.
    private static int Formulas(ReadOnlySpan<char> text, int end)
    {
        for (var i = 0; i < MaxFormulas; i++)
        {
            var rest = text[end..];
            var next = rest.IndexOfAny('$', '\\');
            if (next < 0 || next == 0 || !SeveralBoxes.Separates(rest[..next]) || rest[..next].IsWhiteSpace() || Formula(rest[next..]) is not (var length and > 0))
                return end;
            end += next + length;
        }
        return end;
    }

    private static int Formula(ReadOnlySpan<char> text)
    {
        // \$5 is money.
        foreach (var (open, close) in s_delimiters)
        {
            if (text.StartsWith(open))
                return text[open.Length..].IndexOf(close) is var end and >= 0 ? open.Length + end + close.Length : 0;
        }
        return 0;
    }

    private static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '。' or '；' or '"' || (text[i] is '.' && (i + 1 == text.Length || (char.IsWhiteSpace(text[i + 1]) && !IsAbbreviated(text, i)))))
                return text[..i];
        }
        return text;
    }

    // 5 p.m. and 3 in. go on.
    private static bool IsAbbreviated(ReadOnlySpan<char> text, int point) => text[..point].EndsWith("p.m") || text[..point].EndsWith("a.m");
}
