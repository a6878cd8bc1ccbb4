using Judges.Training.Models;

namespace Judges.Training.Tasks;

/// <summary>
/// A stream of random numbers that is a function of its keys alone, so that a run which is resumed at step n draws what the uninterrupted
/// run would have drawn.
/// </summary>
internal struct SeededRandom
{
    private readonly CounterRandom _source;
    private ulong _position;

    public SeededRandom(ulong seed, params ReadOnlySpan<ulong> keys)
    {
        _source = new CounterRandom(seed);
        foreach (var key in keys)
            _source = _source.Fork(key);
    }

    public ulong Next() => _source.Bits(_position++);

    /// <summary>Uniform in [0, bound); the bias is below 2^-32 times the bound.</summary>
    public int Next(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
