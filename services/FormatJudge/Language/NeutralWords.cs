namespace Judges.Format.Language;

/// <summary>Words that are of no language by what stands around them: parts of identifiers, file names, paths and addresses.</summary>
internal static class NeutralWords
{
    /// <summary>The length of an address whose first word begins here, or 0.</summary>
    public static int Address(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        return rest[0] is 'h' or 'w' && (rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.")) ? Unspaced(rest) : 0;
    }

    /// <summary>The length of a path that begins with this slash, or 0: "and/or" is none.</summary>
    public static int Path(ReadOnlySpan<char> text, int at)
    {
        if ((at > 0 && !char.IsWhiteSpace(text[at - 1])) || at + 1 >= text.Length || !char.IsAsciiLetter(text[at + 1]))
            return 0;
        var path = text.Slice(at, Unspaced(text[at..]));
        return path[1..].ContainsAny('/', '.') ? path.Length : 0;
    }

    /// <summary>Whether a word is joined to a digit, an underscore or an at sign, or by a dot to a letter.</summary>
    public static bool Joined(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && (Joins(text[start - 1]) || (text[start - 1] is '.' && start > 1 && char.IsAsciiLetter(text[start - 2]))))
        || (end < text.Length && (Joins(text[end]) || (text[end] is '.' && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1]))));

    /// <summary>Whether a word is an identifier by its case, as in camelCase, or called, as in f(x).</summary>
    public static bool Identifier(ReadOnlySpan<char> text, int start, int end)
    {
        if (end < text.Length && text[end] is '(')
            return true;
        for (var at = start + 1; at < end; at++)
        {
            if (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterLower(text[at - 1]))
                return true;
        }
        return false;
    }

    /// <summary>Whether a word of up to three letters follows a number, as a unit does.</summary>
    public static bool Measures(ReadOnlySpan<char> text, int start, int end) =>
        end - start <= 3 && start > 1 && text[start - 1] is ' ' && char.IsAsciiDigit(text[start - 2]);

    private static bool Joins(char character) => character is '_' or '@' || char.IsAsciiDigit(character);

    private static int Unspaced(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('!', '~');
        return end < 0 ? rest.Length : end;
    }
}
