namespace Judges.Format.Profiles;

/// <summary>How many runs of n items a sequence has, and how many different ones.</summary>
internal readonly record struct NGrams(int Total, int Unique)
{
    public static NGrams Of<T>(IReadOnlyList<T> items, int size) where T : notnull
    {
        // Every prefix gets a number, so that a run is two numbers however long: n passes, no string is built.
        var ranks = Ranks(items);
        var runs = ranks;
        var length = 1;
        for (; length < size && length < items.Count + 1; length++)
        {
            if (runs.Length <= 1)
                break;
            var pairs = new (int, int)[runs.Length - 1];
            for (var at = 0; at < pairs.Length; at++)
                pairs[at] = (runs[at], ranks[at + length]);
            runs = Ranks(pairs);
        }
        return length < size ? default : new(runs.Length, runs.Length == 0 ? 0 : runs.Max() + 1);
    }

    private static int[] Ranks<T>(IReadOnlyList<T> items) where T : notnull
    {
        var known = new Dictionary<T, int>();
        var ranks = new int[items.Count];
        for (var at = 0; at < ranks.Length; at++)
        {
            if (!known.TryGetValue(items[at], out ranks[at]))
                known.Add(items[at], ranks[at] = known.Count);
        }
        return ranks;
    }
}
