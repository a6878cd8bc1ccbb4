namespace Symbolics;

/// <summary>An answer's text without what surrounds it and means nothing.</summary>
public static class AnswerText
{
    // A dollar pair in a \[ \] in a dollar pair is already more than anybody writes.
    private const int MaxWrappers = 4;

    /// <summary>Takes away blanks, math delimiters around the whole text and one full stop at its end.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < MaxWrappers; i++)
        {
            text = WithoutFullStop(text.Trim());
            var inner = Unwrap(text);
            if (inner.Length == text.Length)
                return text;
            text = inner;
        }
        return WithoutFullStop(text.Trim());
    }

    /// <summary>Whether two bare texts are the same and say something; one run of blanks is like another.</summary>
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return false;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var blank = char.IsWhiteSpace(left[0]);
            if (blank != char.IsWhiteSpace(right[0]) || (!blank && left[0] != right[0]))
                return false;
            left = blank ? left.TrimStart() : left[1..];
            right = blank ? right.TrimStart() : right[1..];
        }
        return left.IsEmpty && right.IsEmpty;
    }

    /// <summary>Whether a text is an answer and nothing else: mathematics without words, or a value with a unit.</summary>
    public static bool IsMathematics(ReadOnlySpan<char> text) =>
        !HasWords(text) && AnswerParser.Parse(Bare(text).ToString(), new(WorkBudget.Default)) is not (null or Wording or Statement);

    // Letters between blanks that are no unit: prose, not a product.
    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny([' ', '\n', '\t', '$']))
        {
            var word = text[range];
            if (word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'z') && word.IndexOfAny(@"\^_[]") < 0 && word is not ("and" or "or" or "percent" or "pct") && !UnitTable.Knows(word.ToString()))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> WithoutFullStop(ReadOnlySpan<char> text) => text switch
    {
        [.., '.', '.'] or ['.'] => text,
        [.. var rest, '.'] => rest.TrimEnd(),
        _ => text,
    };

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text) => text switch
    {
        ['$', '$', .. var inner, '$', '$'] when !HasDollar(inner) => inner,
        ['$', .. var inner, '$'] when !HasDollar(inner) => inner,
        ['\\', '(', .. var inner, '\\', ')'] when inner.IndexOf(@"\(") < 0 && inner.IndexOf(@"\)") < 0 => inner,
        ['\\', '[', .. var inner, '\\', ']'] when inner.IndexOf(@"\[") < 0 && inner.IndexOf(@"\]") < 0 => inner,
        _ => text,
    };

    // Also true when the last character is a backslash: then the closing dollar was an escaped one.
    private static bool HasDollar(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '$')
                return true;
            if (text[i] is '\\' && ++i == text.Length)
                return true;
        }
        return false;
    }
}
