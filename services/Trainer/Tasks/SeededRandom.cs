namespace Judges.Training.Tasks;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): the stream is a function of the keys alone, so a run that is resumed at step n draws what
/// the uninterrupted run would have drawn.
/// </summary>
internal struct SeededRandom
{
    private ulong _state;

    public SeededRandom(params ReadOnlySpan<ulong> keys)
    {
        foreach (var key in keys)
            _state = Mix(_state + 0x9E3779B97F4A7C15 + key);
    }

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>Uniform in [0, bound); the bias is below 2^-32 for bounds that fit an int.</summary>
    public int Next(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
