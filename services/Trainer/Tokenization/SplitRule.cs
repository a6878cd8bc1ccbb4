using System.Globalization;
using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>One alternative of a splitting pattern: how many runes it matches from a place on; 0 for none. Each looks at a rune a fixed number of times.</summary>
internal delegate int SplitRule(ReadOnlySpan<Rune> text);

/// <summary>
/// The alternatives that the splitting patterns of tokenizers are made of, over runes: a regular expression of .NET sees UTF-16 units,
/// and a letter outside of the basic plane would be two that are none.
/// </summary>
internal static class SplitRules
{
    private static readonly string[] s_contractions = ["s", "t", "re", "ve", "m", "ll", "d"];

    public static bool IsLetter(Rune rune) => Rune.IsLetter(rune);

    public static bool IsNumber(Rune rune) => Rune.IsNumber(rune);

    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    public static bool IsNewline(Rune rune) => rune.Value is '\r' or '\n';

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    public static bool IsPunctuationOrSymbol(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    /// <summary>prefix? body{1,most} suffix*</summary>
    public static SplitRule Run(Predicate<Rune> body, Predicate<Rune>? prefix = null, Predicate<Rune>? suffix = null, int most = int.MaxValue) => text =>
    {
        var start = prefix is not null && text.Length > 1 && prefix(text[0]) && body(text[1]) ? 1 : 0;
        var length = start + Count(text[start..], body, most);
        return length == start ? 0 : length + (suffix is null ? 0 : Count(text[length..], suffix));
    };

    /// <summary>One rune, then body+.</summary>
    public static SplitRule After(Predicate<Rune> first, Predicate<Rune> body) => text =>
        text.Length > 1 && first(text[0]) && body(text[1]) ? 1 + Count(text[1..], body) : 0;

    /// <summary>'s, 't, 're, 've, 'm, 'll, 'd</summary>
    public static SplitRule Contraction(bool ignoreCase) => text =>
    {
        if (text[0].Value != '\'')
            return 0;

        foreach (var ending in s_contractions)
        {
            if (text.Length > ending.Length && Matches(text[1..], ending, ignoreCase))
                return 1 + ending.Length;
        }

        return 0;
    };

    /// <summary>\s*[\r\n]+: up to the last newline of a run of whitespace.</summary>
    public static int Newlines(ReadOnlySpan<Rune> text)
    {
        var length = Count(text, IsSpace);
        while (length > 0 && !IsNewline(text[length - 1]))
            length--;
        return length;
    }

    /// <summary>\s+(?!\S): whitespace, the last of it left to the word that follows.</summary>
    public static int SpacesBeforeTheLast(ReadOnlySpan<Rune> text)
    {
        var length = Count(text, IsSpace);
        return length == text.Length ? length : Math.Max(0, length - 1);
    }

    /// <summary>\s+</summary>
    public static int Spaces(ReadOnlySpan<Rune> text) => Count(text, IsSpace);

    private static bool Matches(ReadOnlySpan<Rune> text, string ending, bool ignoreCase)
    {
        for (var i = 0; i < ending.Length; i++)
        {
            if (text[i].Value != ending[i] && !(ignoreCase && text[i].Value == char.ToUpperInvariant(ending[i])))
                return false;
        }

        return true;
    }

    private static int Count(ReadOnlySpan<Rune> text, Predicate<Rune> matches, int most = int.MaxValue)
    {
        var length = 0;
        while (length < text.Length && length < most && matches(text[length]))
            length++;
        return length;
    }
}
