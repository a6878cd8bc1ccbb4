using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>GPT-2's letters for bytes: printable Latin-1 stands for itself, the other 68 bytes for the characters from U+0100 on.</summary>
internal static class ByteAlphabet
{
    private static readonly char[] s_letters = Letters();
    private static readonly Dictionary<char, byte> s_bytes = s_letters.Select(static (letter, value) => (letter, value)).ToDictionary(static pair => pair.letter, static pair => (byte)pair.value);

    public static char Letter(byte value) => s_letters[value];

    /// <summary>The bytes that letters stand for; null where one of them stands for none.</summary>
    public static byte[]? Bytes(string letters)
    {
        var bytes = new byte[letters.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!s_bytes.TryGetValue(letters[i], out bytes[i]))
                return null;
        }

        return bytes;
    }

    /// <summary>The letters of the UTF-8 bytes of a text.</summary>
    public static string Spell(ReadOnlySpan<Rune> text)
    {
        var spelt = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text)
        {
            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
                spelt.Append(Letter(value));
        }

        return spelt.ToString();
    }

    private static char[] Letters()
    {
        var letters = new char[256];
        var next = 256;
        for (var value = 0; value < letters.Length; value++)
            letters[value] = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)value : (char)next++;
        return letters;
    }
}
