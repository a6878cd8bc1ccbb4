using System.Buffers;

namespace Judges.Mathematics;

/// <summary>An answer that a sentence announces or chooses, or a box without braces; the last of them counts.</summary>
internal static class AnnouncedAnswer
{
    private const int MaxEmpty = 4;

    private static readonly SearchValues<char> s_number = SearchValues.Create("-0123456789.,/");

    public static Extraction? Find(ReadOnlySpan<char> text) =>
        Later(Later(Sentence(text), ChoiceStatement.Find(text)), Later(Hashes(text), BareBox(text)));

    /// <summary>The answer that the last announcing sentence announces.</summary>
    public static Extraction? Sentence(ReadOnlySpan<char> text)
    {
        var before = text.Length;
        // An announcement of nothing is passed over; many of them are no answer.
        for (var tries = 0; tries < MaxEmpty && Announcement.LastBefore(text, before) is var (at, start); tries++)
        {
            if (AnnouncedLength.Of(text[start..]) is var length and > 0)
                return new(ExtractionRule.Announced, start, length);
            before = at;
        }
        return null;
    }

    private static Extraction? Later(Extraction? left, Extraction? right) =>
        left is { } one && right is { } other ? one.Start >= other.Start ? one : other : left ?? right;

    // GSM8K's form; the rest of the line.
    private static Extraction? Hashes(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOf("####") is not (var at and >= 0))
            return null;
        var start = at + 4;
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        return AnnouncedLength.Of(text[start..]) is var length and > 0 ? new(ExtractionRule.Hashes, start, length) : null;
    }

    // \boxed 5, \boxed5, \boxed\frac12: TeX takes the next token; a number is meant whole.
    private static Extraction? BareBox(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOf(@"\boxed") is not (var at and >= 0))
            return null;
        var start = at + 6;
        if (start < text.Length && char.IsAsciiLetter(text[start]))
            return null;
        while (start < text.Length && text[start] is ' ')
            start++;
        var rest = text[start..];
        var length = rest switch
        {
            [>= '0' and <= '9' or '-', ..] => rest.IndexOfAnyExcept(s_number) is var end and >= 0 ? end : rest.Length,
            ['\\', >= 'a' and <= 'z', ..] => Command(rest),
            [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] => 1,
            _ => 0,
        };
        length = rest[..length].TrimEnd(".,").Length;
        return length == 0 ? null : new(ExtractionRule.BoxWithoutBraces, start, length);
    }

    // A command with the groups or digits right behind it.
    private static int Command(ReadOnlySpan<char> text)
    {
        var at = 1;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
            at++;
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at]))
                at++;
            else if (text[at] is '{' && MarkedAnswer.ClosingBrace(text[(at + 1)..]) is var close and >= 0)
                at += close + 2;
            else
                break;
        }
        return at;
    }
}
