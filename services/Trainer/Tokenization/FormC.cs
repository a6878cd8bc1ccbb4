using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>Unicode's normalization form C (UAX #15): characters taken apart, marks put in order, and composed again.</summary>
internal static class FormC
{
    private const int FirstCombining = 0x300; // no character before it takes part in a composition as a second
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>The text in form C; half a surrogate pair becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstCombining - 1)))
            return text;

        var characters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, characters);
        Order(characters);
        var composed = new StringBuilder(text.Length);
        foreach (var character in Compose(characters))
            composed.Append(new Rune(character).ToString());
        return composed.ToString();
    }

    private static void Decompose(int character, List<int> into)
    {
        if (character - HangulBase is >= 0 and < Leads * Vowels * Tails and var syllable)
        {
            into.AddRange(LeadBase + syllable / (Vowels * Tails), VowelBase + syllable % (Vowels * Tails) / Tails);
            if (syllable % Tails > 0)
                into.Add(TailBase + syllable % Tails);
        }
        else if (UnicodeData.Decomposition(character) is { } parts)
        {
            foreach (var part in parts)
                Decompose(part, into);
        }
        else
        {
            into.Add(character);
        }
    }

    // Marks after one character, by class; those of one class stay as they are.
    private static void Order(List<int> characters)
    {
        for (var start = 0; start < characters.Count;)
        {
            var end = start;
            while (end < characters.Count && UnicodeData.CombiningClass(characters[end]) != 0)
                end++;
            if (end - start > 1)
            {
                int[] ordered = [.. characters.GetRange(start, end - start).OrderBy(UnicodeData.CombiningClass)];
                for (var i = 0; i < ordered.Length; i++)
                    characters[start + i] = ordered[i];
            }

            start = end + 1;
        }
    }

    private static List<int> Compose(List<int> characters)
    {
        var composed = new List<int>(characters.Count);
        int starter = -1, last = 0; // where the character to compose with is, and the class of the one before
        foreach (var character in characters)
        {
            var combining = UnicodeData.CombiningClass(character);
            var blocked = starter < 0 || (composed.Count - 1 > starter && last >= combining);
            if (!blocked && Pair(composed[starter], character) is { } pair)
            {
                composed[starter] = pair;
                continue;
            }

            if (combining == 0)
                starter = composed.Count;
            last = combining;
            composed.Add(character);
        }

        return composed;
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < Leads and var lead && second - VowelBase is >= 0 and < Vowels and var vowel)
            return HangulBase + (lead * Vowels + vowel) * Tails;
        if (first - HangulBase is >= 0 and < Leads * Vowels * Tails and var syllable && syllable % Tails == 0 && second - TailBase is > 0 and < Tails and var tail)
            return HangulBase + syllable + tail;
        return UnicodeData.Composition(first, second);
    }
}
