using System.Text;

namespace Judges.Format.Language;

/// <summary>How a word is looked up: in lower case, composed, without what has no width or is mere ornament.</summary>
internal static class WordText
{
    /// <summary>Writes the word into the buffer, as far as it goes, and returns the length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (Decomposed(word))
            word = new string(word).Normalize(NormalizationForm.FormC);
        var length = 0;
        foreach (var character in word)
        {
            if (length == buffer.Length)
                break;
            if (character < 128)
                buffer[length++] = (char)(character | 0x20);
            else if (!Ornament(character))
                buffer[length++] = Lower(character);
        }
        return length;
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
