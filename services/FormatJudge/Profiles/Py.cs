using System.Text.RegularExpressions;

namespace Judges.Format.Profiles;

/// <summary>Python's text functions where .NET's differ: the profiles' scores depend on them.</summary>
internal static class Py
{
    public const RegexOptions DotAll = RegexOptions.Singleline;
    public const RegexOptions Multiline = RegexOptions.Multiline;

    // Linear in the text whatever the pattern: the peers' own engine backtracks.
    public static Regex Pattern(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern.Replace(@"\s", @"[\s\x1c-\x1f]", StringComparison.Ordinal), options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary><c>str.isspace</c>: .NET leaves out the four separators of ASCII.</summary>
    public static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1c' and <= '\x1f';

    /// <summary><c>text.strip()</c></summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        while (text is [var first, ..] && IsSpace(first))
            text = text[1..];
        while (text is [.., var last] && IsSpace(last))
            text = text[..^1];
        return text;
    }

    /// <summary><c>text.split()</c></summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (IsSpace(text[at]))
                continue;
            var start = at;
            while (at < text.Length && !IsSpace(text[at]))
                at++;
            words.Add(text[start..at]);
        }
        return words;
    }

    /// <summary><c>text.count(piece)</c>: what does not overlap, from left to right.</summary>
    public static int Count(ReadOnlySpan<char> text, string piece) => text.Count(piece);

    /// <summary><c>len(text)</c>: code points.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        for (var at = 1; at < text.Length; at++)
            length -= char.IsSurrogatePair(text[at - 1], text[at]) ? 1 : 0;
        return length;
    }

    /// <summary>Whether <paramref name="closing"/> stands somewhere after the first <paramref name="opening"/>.</summary>
    public static bool Encloses(string text, string opening, string closing) =>
        text.IndexOf(opening, StringComparison.Ordinal) is var start and >= 0
            && text.IndexOf(closing, start + opening.Length, StringComparison.Ordinal) >= 0;

    /// <summary>What stands between the first <paramref name="opening"/> that a <paramref name="closing"/> follows, and the next one; or null.</summary>
    public static string? Between(string text, string opening, string closing)
    {
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += opening.Length;
        var end = text.IndexOf(closing, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}
