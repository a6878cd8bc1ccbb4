namespace Symbolics;

/// <summary>The points at which two expressions with variables are compared: the same ones for everybody, of both signs and several sizes.</summary>
internal static class SamplePoints
{
    public const int Count = 12;

    /// <summary>How many points must be in the domain of both.</summary>
    public const int Enough = 4;

    public static IEnumerable<Dictionary<string, Rational>> For(SortedSet<string> names, bool integers)
    {
        if (names.Count == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = 0; i < Count; i++)
        {
            var point = new Dictionary<string, Rational>();
            var seed = 0x5DEECE66DUL * (ulong)(i + 1);
            foreach (var name in names)
            {
                seed = seed * 6364136223846793005 + 1442695040888963407;
                var draw = (long)(seed >> 33);
                if (integers)
                {
                    point[name] = new(2 + (draw % 11) + i);
                    continue;
                }
                var value = new Rational(draw % 4093 + 7, Sizes[i]);
                // The first points are positive; the later ones take all mixtures of signs.
                point[name] = i >= 5 && (i == 5 || (draw >> 13) % 2 == 0) ? -value : value;
            }
            yield return point;
        }
    }

    // Values up to about 4, 1, 0.5 and 40: the domains of roots, logarithms and inverse functions differ.
    private static ReadOnlySpan<int> Sizes => [1021, 4111, 8231, 103, 509, 1021, 4111, 8231, 103, 509, 4127, 1031];
}
