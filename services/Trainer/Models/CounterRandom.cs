namespace Judges.Training.Models;

/// <summary>
/// A random number as a pure function of a seed and a position: the same on every machine, in every order, and nothing to save
/// in a checkpoint. The mixing is SplitMix64's (Steele, Lea, Flood, OOPSLA 2014).
/// </summary>
public readonly record struct CounterRandom(ulong Seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>A generator whose numbers have nothing in common with this one's.</summary>
    public CounterRandom Fork(ulong stream) => new(Mix(Seed ^ Mix(stream + GoldenGamma)));

    public ulong Bits(ulong position) => Mix(Seed + (position + 1) * GoldenGamma);

    /// <summary>Uniform in [0, 1) on a grid of 2⁻²³, so that the product with a float sum stays below that sum.</summary>
    public float Uniform(ulong position) => (Bits(position) >> 41) * (1f / (1 << 23));

    /// <summary>Standard normal, by Box and Muller; positions 2n and 2n+1 share a draw.</summary>
    public double Normal(ulong position)
    {
        var pair = position & ~1ul;
        var radius = Math.Sqrt(-2 * Math.Log(1 - UniformDouble(pair)));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * UniformDouble(pair + 1));
        return radius * (pair == position ? cosine : sine);
    }

    private double UniformDouble(ulong position) => (Bits(position) >> 11) * (1.0 / (1ul << 53));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
