using System.Globalization;
using System.Text;
using Judges.Format.Profiles;

namespace Judges.Format.Lengths;

/// <summary>A text in units that repeat: words of spaced scripts, letters of others, and marks by themselves.</summary>
internal static class TextUnits
{
    public static int Count(ProfileSample sample, LengthUnit unit) => unit switch
    {
        LengthUnit.Tokens => sample.TokenCount,
        LengthUnit.Characters => Py.Length(sample.Text),
        LengthUnit.Graphemes => Graphemes(sample.Text),
        _ => Words(sample.Text),
    };

    public static int Words(string text)
    {
        var words = 0;
        for (var at = 0; Next(text, ref at, out var start, out var isWord); at = Math.Max(at, start + 1))
            words += isWord ? 1 : 0;
        return words;
    }

    /// <summary>A number for each unit in order, the same for the same unit; <paramref name="starts"/> says where each stands.</summary>
    public static int[] Numbered(string text, LengthUnit unit, out int[] starts)
    {
        var (numbers, places) = (new List<int>(), new List<int>());
        var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            int start;
            if (unit is LengthUnit.Words)
            {
                if (!Next(text, ref at, out start, out _))
                    break;
            }
            else
            {
                start = at;
                at += unit is LengthUnit.Graphemes ? StringInfo.GetNextTextElementLength(text.AsSpan(at)) : RuneAt(text, at).Utf16SequenceLength;
            }
            var piece = text.AsSpan(start, at - start);
            if (!known.TryGetValue(piece, out var number))
                known[piece] = number = known.Dictionary.Count;
            numbers.Add(number);
            places.Add(start);
        }
        starts = [.. places];
        return [.. numbers];
    }

    // The next unit from `at` on, which moves behind it; white space is none.
    private static bool Next(string text, ref int at, out int start, out bool isWord)
    {
        while (at < text.Length && Blank.Is(text[at]))
            at++;
        (start, isWord) = (at, false);
        if (at >= text.Length)
            return false;
        var rune = RuneAt(text, at);
        at += rune.Utf16SequenceLength;
        isWord = IsLetter(rune);
        if (!isWord || !IsSpaced(rune))
            return true;
        while (at < text.Length && RuneAt(text, at) is var next && IsLetter(next) && IsSpaced(next))
            at += next.Utf16SequenceLength;
        return true;
    }

    private static int Graphemes(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
        return count;
    }

    // Half of a surrogate pair stands for itself.
    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Thai, Lao, Burmese, Khmer, kana, Han.
    private static bool IsSpaced(Rune rune) => rune.Value is not ((>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF));
}
