namespace Judges.Standalone.Evaluation;

/// <summary>maj@k: the chance that the answer which most of k samples give is right.</summary>
internal static class Majority
{
    /// <summary>Up to so many subsets are counted out; beyond, as many are drawn.</summary>
    private const int Subsets = 20_000;

    /// <param name="votes">Each sample's answer as the number of its class: 0 the right one, −1 no answer.</param>
    /// <param name="k">How many samples vote.</param>
    /// <param name="seed">Where draws are needed, the same seed gives the same number.</param>
    public static double AtK(IReadOnlyList<int> votes, int k, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(votes.Count, k);
        var chosen = new int[k];
        var sum = 0.0;
        if (Combinations(votes.Count, k) <= Subsets)
        {
            var count = 0;
            foreach (var _ in Choose(votes.Count, chosen))
            {
                sum += Share(votes, chosen);
                count++;
            }
            return sum / count;
        }
        // Draws for a statistic, not for a secret.
#pragma warning disable CA5394
        var chance = new Random(seed);
        int[] order = [.. Enumerable.Range(0, votes.Count)];
        for (var draw = 0; draw < Subsets; draw++)
        {
            for (var i = 0; i < k; i++)
            {
                var j = chance.Next(i, order.Length);
                (order[i], order[j]) = (order[j], order[i]);
                chosen[i] = order[i];
            }
            sum += Share(votes, chosen);
        }
#pragma warning restore CA5394
        return sum / Subsets;
    }

    /// <summary>1 when the right answer leads, 1/m when it is one of m that lead together, 0 otherwise; who gives no answer does not vote.</summary>
    private static double Share(IReadOnlyList<int> votes, int[] chosen)
    {
        Dictionary<int, int> counts = [];
        foreach (var sample in chosen)
        {
            if (votes[sample] >= 0)
                counts[votes[sample]] = counts.GetValueOrDefault(votes[sample]) + 1;
        }
        var right = counts.GetValueOrDefault(0);
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        return right == 0 || right < most ? 0 : 1.0 / counts.Values.Count(c => c == most);
    }

    private static double Combinations(int n, int k)
    {
        var product = 1.0;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
            product *= (double)(n - i + 1) / i;
        return product;
    }

    /// <summary>Each way to choose k of n, in lexicographic order; <paramref name="chosen"/> holds the current one.</summary>
    private static IEnumerable<int[]> Choose(int n, int[] chosen)
    {
        var k = chosen.Length;
        for (var i = 0; i < k; i++)
            chosen[i] = i;
        while (true)
        {
            yield return chosen;
            var last = k - 1;
            while (last >= 0 && chosen[last] == n - k + last)
                last--;
            if (last < 0)
                yield break;
            chosen[last]++;
            for (var i = last + 1; i < k; i++)
                chosen[i] = chosen[i - 1] + 1;
        }
    }
}
