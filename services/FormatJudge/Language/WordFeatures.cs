namespace Judges.Format.Language;

/// <summary>
/// The rows of the table that a word adds up: one for each run of one to four characters in it, its two ends counting as characters, and one for
/// the word as a whole. A run finds its row by its hash alone: runs that fall together were learned together.
/// </summary>
internal static class WordFeatures
{
    public const int BucketBits = 15;
    public const int LongestRun = 4;

    /// <summary>Of a longer word only the beginning is looked at.</summary>
    public const int LongestWord = 32;

    public const int Most = (LongestWord + 2) * LongestRun + 1;

    private const uint Seed = 2166136261;
    private const uint Step = 0x9E3779B1;
    private const uint Mix = 0x85EBCA6B;
    private const uint Whole = 0x27D4EB2F;

    /// <summary>Writes the rows of a word in lower case and returns their number.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<int> rows)
    {
        Span<char> padded = stackalloc char[LongestWord + 2];
        var length = Math.Min(word.Length, LongestWord);
        padded[0] = ' ';
        word[..length].CopyTo(padded[1..]);
        padded[length + 1] = ' ';
        padded = padded[..(length + 2)];
        var count = 0;
        for (var start = 0; start < padded.Length; start++)
        {
            var hash = Seed;
            var end = Math.Min(start + LongestRun, padded.Length);
            for (var at = start; at < end; at++)
            {
                hash = (hash ^ padded[at]) * Step;
                // The ends alone say nothing.
                if (at > start || (at > 0 && at <= length))
                    rows[count++] = Row(hash);
            }
        }
        if (length > LongestRun - 2)
        {
            var hash = Whole;
            foreach (var character in padded)
                hash = (hash ^ character) * Step;
            rows[count++] = Row(hash);
        }
        return count;
    }

    private static int Row(uint hash) => (int)((hash ^ (hash >> 15)) * Mix >> (32 - BucketBits));
}
