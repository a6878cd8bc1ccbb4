using System.Globalization;

namespace Judges.Format;

/// <summary>Characters that show nothing: a block made of them is empty.</summary>
internal static class Blank
{
    public static bool Is(char character) => char.IsWhiteSpace(character) || IsInvisible(character);

    public static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!Is(character))
                return false;
        }
        return true;
    }

    /// <summary>Format and control characters, and the letters and symbols that are drawn as nothing (Hangul fillers, blank Braille).</summary>
    public static bool IsInvisible(char character) => char.IsAscii(character)
        ? char.IsControl(character) && !char.IsWhiteSpace(character)
        : !char.IsWhiteSpace(character)
            && (character is '\u034F' or '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F')
                || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control);
}
