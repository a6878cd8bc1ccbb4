using System.Runtime.CompilerServices;

namespace Judges.Format.Language;

/// <summary>Takes the rows of a word one by one.</summary>
internal interface IRowVisitor
{
    void Visit(int row);
}

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

    /// <summary>Visits the rows of a word in lower case, which has a blank before it and one behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Visit<T>(scoped ReadOnlySpan<char> padded, ref T visitor) where T : struct, IRowVisitor, allows ref struct
    {
        var whole = Whole;
        for (var start = 0; start < padded.Length; start++)
        {
            whole = (whole ^ padded[start]) * Step;
            var hash = (Seed ^ padded[start]) * Step;
            // The ends alone say nothing.
            if (start > 0 && start < padded.Length - 1)
                visitor.Visit(Row(hash));
            var run = padded[(start + 1)..Math.Min(start + LongestRun, padded.Length)];
            foreach (var character in run)
            {
                hash = (hash ^ character) * Step;
                visitor.Visit(Row(hash));
            }
        }
        // A shorter word is a run already.
        if (padded.Length > LongestRun)
            visitor.Visit(Row(whole));
    }

    private static int Row(uint hash) => (int)((hash ^ (hash >> 15)) * Mix >> (32 - BucketBits));
}
