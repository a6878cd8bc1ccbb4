using System.Buffers;
using System.Globalization;
using System.Text;

namespace Judges.Training.Tokenization;

/// <param name="Special">whether it marks a place rather than being text, such as an end</param>
internal sealed record AddedToken(int Id, string Content, bool Special)
{
    /// <summary>Whether it is one only where no letter, digit or underscore touches it.</summary>
    public bool SingleWord { get; init; }

    /// <summary>Whether it swallows the white space before it, and after it.</summary>
    public bool StripsLeft { get; init; }

    public bool StripsRight { get; init; }
}

/// <summary>Tokens that are looked for in the text before anything else: the leftmost, of those the longest.</summary>
internal sealed class AddedTokens
{
    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    private readonly ILookup<char, AddedToken> _byFirst;
    private readonly Dictionary<int, AddedToken> _byId;
    private readonly Dictionary<string, AddedToken> _byContent;

    public AddedTokens(IReadOnlyList<AddedToken> tokens)
    {
        _byFirst = tokens.OrderByDescending(static token => token.Content.Length).ToLookup(static token => token.Content[0]);
        _byId = tokens.ToDictionary(static token => token.Id);
        _byContent = tokens.ToDictionary(static token => token.Content, StringComparer.Ordinal);
    }

    public AddedToken? Find(int id) => _byId.GetValueOrDefault(id);

    public AddedToken? Find(string content) => _byContent.GetValueOrDefault(content);

    /// <summary>The text cut at added tokens: stretches between them, and the tokens themselves.</summary>
    public IEnumerable<(string Text, AddedToken? Token)> Cut(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (_byFirst[text[at]].FirstOrDefault(token => string.CompareOrdinal(text, at, token.Content, 0, token.Content.Length) == 0) is not { } found)
            {
                at++;
                continue;
            }

            var end = at + found.Content.Length;
            if (found.SingleWord && (IsWord(text.AsSpan(0, at), last: true) || IsWord(text.AsSpan(end), last: false)))
            {
                at = end;
                continue;
            }

            var before = found.StripsLeft ? start + text.AsSpan(start, at - start).TrimEnd().Length : at;
            if (before > start)
                yield return (text[start..before], null);
            yield return (found.Content, found);
            start = at = found.StripsRight ? text.Length - text.AsSpan(end).TrimStart().Length : end;
        }

        if (start < text.Length)
            yield return (text[start..], null);
    }

    // Whether what touches a token is \w of a regular expression.
    private static bool IsWord(ReadOnlySpan<char> beside, bool last)
    {
        var status = last ? Rune.DecodeLastFromUtf16(beside, out var rune, out _) : Rune.DecodeFromUtf16(beside, out rune, out _);
        return status == OperationStatus.Done && (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
    }
}
