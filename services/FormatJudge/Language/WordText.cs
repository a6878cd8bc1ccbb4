using System.Text;

namespace Judges.Format.Language;

/// <summary>How a word is looked up: in lower case, composed, without what has no width or is mere ornament.</summary>
internal static class WordText
{
    /// <summary>The room that a folded word needs, with its two ends.</summary>
    public const int Room = WordFeatures.LongestWord + 2;

    /// <summary>Writes the word into the buffer, a blank on either side, as far as it goes.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (Decomposed(word))
            word = new string(word).Normalize(NormalizationForm.FormC);
        buffer[0] = ' ';
        var length = 1;
        foreach (var character in word)
        {
            if (length == Room - 1)
                break;
            if (character < 128)
                buffer[length++] = (char)(character | 0x20);
            else if (!Ornament(character))
                buffer[length++] = Lower(character);
        }
        buffer[length++] = ' ';
        return buffer[..length];
    }

    private static bool Decomposed(ReadOnlySpan<char> word) => word.ContainsAnyInRange('\u0300', '\u036F');

    private static char Lower(char character) => character switch
    {
        'İ' => 'i',
        >= '\uFF21' and <= '\uFF5A' => (char)((character - 0xFEE0) | 0x20),
        _ => char.ToLowerInvariant(character),
    };

    // Arabic's vowel signs and its stretching.
    private static bool Ornament(char character) => character is (>= '\u064B' and <= '\u0652') or '\u0640' || Scripts.Of(character) is Script.Joining;
}
