using System.Globalization;

namespace Judges.Format.Language;

/// <summary>The scripts that decide about a language.</summary>
internal enum Script : byte
{
    /// <summary>No letter.</summary>
    None,

    /// <summary>What belongs to the word that it stands in and has no script of its own: combining marks, what has no width.</summary>
    Joining,

    Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Bengali, Tamil, Thai, Han, Kana, Hangul,

    /// <summary>A script of no language known here, or a word that mixes scripts which look alike.</summary>
    Other,
}

/// <summary>Which script a character is of, by the blocks of Unicode.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, Script Script)[] s_blocks =
    [
        ('\u0041', '\u024F', Script.Latin), ('\u0370', '\u03FF', Script.Greek), ('\u0400', '\u052F', Script.Cyrillic),
        ('\u0590', '\u05FF', Script.Hebrew), ('\u0600', '\u06FF', Script.Arabic), ('\u0750', '\u077F', Script.Arabic),
        ('\u0900', '\u097F', Script.Devanagari), ('\u0980', '\u09FF', Script.Bengali), ('\u0B80', '\u0BFF', Script.Tamil),
        ('\u0E00', '\u0E7F', Script.Thai), ('\u1100', '\u11FF', Script.Hangul), ('\u1E00', '\u1EFF', Script.Latin),
        ('\u1F00', '\u1FFF', Script.Greek), ('\u3005', '\u3007', Script.Han), ('\u3041', '\u30FF', Script.Kana), ('\u3130', '\u318F', Script.Hangul),
        ('\u31F0', '\u31FF', Script.Kana), ('\u3400', '\u4DBF', Script.Han), ('\u4E00', '\u9FFF', Script.Han),
        ('\uAC00', '\uD7AF', Script.Hangul), ('\uF900', '\uFAFF', Script.Han), ('\uFB1D', '\uFB4F', Script.Hebrew),
        ('\uFB50', '\uFDFF', Script.Arabic), ('\uFE70', '\uFEFC', Script.Arabic), ('\uFF21', '\uFF5A', Script.Latin), ('\uFF66', '\uFF9F', Script.Kana),
    ];

    // One byte for each UTF-16 unit: looked up for every character of every response.
    private static readonly Script[] s_table = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static unit => Find((char)unit))];

    public static Script Of(char character) => s_table[character];

    /// <summary>How many words a run of characters in the script is worth: the scripts without spaces count by the character.</summary>
    public static double Weight(Script script, int length) => script switch
    {
        Script.Han or Script.Kana => length / 1.7,
        Script.Thai => length / 4.0,
        _ => 1,
    };

    private static Script Find(char character)
    {
        if (char.IsAscii(character))
            return char.IsAsciiLetter(character) ? Script.Latin : Script.None;
        var category = char.GetUnicodeCategory(character);
        if (category is UnicodeCategory.Format || character is (>= '\u0300' and <= '\u036F') or (>= '\uFE00' and <= '\uFE0F'))
            return Script.Joining;
        if (category is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber))
        {
            return Script.None;
        }
        foreach (var (first, last, script) in s_blocks)
        {
            if (character <= last)
                return character >= first ? script : Script.Other;
        }
        return Script.Other;
    }
}
