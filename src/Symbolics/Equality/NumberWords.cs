namespace Symbolics;

/// <summary>Whole numbers in English words below a thousand million: "twenty-one", "one hundred and five".</summary>
internal static class NumberWords
{
    private const int MaxWords = 16;

    private static readonly string[] s_small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The number, or null when the text is anything else.</summary>
    public static int? Parse(string text)
    {
        if (text.Length is < 3 or > 120 || !char.IsAsciiLetter(text[0]))
            return null;
        var words = text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxWords)
            return null;
        // What "thousand" and "million" multiply, and the last place taken: one, ten, hundred.
        var (total, part, place, limit) = (0, 0, int.MaxValue, int.MaxValue);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (Array.IndexOf(s_small, word) is var small and >= 0 && (place > 20 || (place == 20 && small is > 0 and < 10)) && (small > 0 || words.Length == 1))
                (part, place) = (part + small, 1);
            else if (Array.IndexOf(s_tens, word) is var tens and >= 0 && place > 20)
                (part, place) = (part + 10 * (tens + 2), 20);
            else if (word is "hundred" && part is > 0 and < 10 && place == 1)
                (part, place) = (part * 100, 100);
            else if (word is "thousand" or "million" && part > 0 && (word is "million" ? 1_000_000 : 1000) is var unit && unit < limit)
                (total, part, place, limit) = (total + part * unit, 0, int.MaxValue, unit);
            else if (!(word is "and" && i > 0 && i + 1 < words.Length && (place == 100 || part == 0)))
                return null;
        }
        return total + part;
    }
}
