namespace Judges.Format.Lengths;

/// <summary>The stretch of lines that says the same thing over and over, a period of up to 16 lines at a time; blank lines do not count.</summary>
/// <param name="Lines">How many lines one round has.</param>
/// <param name="Rounds">How many whole rounds there are.</param>
/// <param name="Start">The offset of the first.</param>
/// <param name="Redundant">How many characters all rounds but the first have.</param>
internal sealed record LineLoop(int Lines, int Rounds, int Start, int Redundant)
{
    private const int LongestPeriod = 16;
    private const int LeastRounds = 3;

    /// <summary>The loop that costs most, or null where nothing is said three times in a row.</summary>
    public static LineLoop? Find(string text)
    {
        var (numbers, starts, lengths) = Numbered(text);
        LineLoop? worst = null;
        for (var period = 1; period <= LongestPeriod; period++)
        {
            var (run, redundant) = (0, 0);
            for (var at = period; at < numbers.Count; at++)
            {
                var same = numbers[at] == numbers[at - period];
                (run, redundant) = same ? (run + 1, redundant + lengths[at]) : (0, 0);
                if (same && run >= (LeastRounds - 1) * period && redundant > (worst?.Redundant ?? 0))
                    worst = new(period, run / period + 1, starts[at - run - period + 1], redundant);
            }
        }
        return worst;
    }

    private static (List<int> Numbers, List<int> Starts, List<int> Lengths) Numbered(string text)
    {
        var (numbers, starts, lengths) = (new List<int>(), new List<int>(), new List<int>());
        var known = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty)
                continue;
            if (!known.TryGetValue(line, out var number))
                known[line] = number = known.Dictionary.Count;
            numbers.Add(number);
            starts.Add(range.Start.Value);
            lengths.Add(line.Length);
        }
        return (numbers, starts, lengths);
    }
}
