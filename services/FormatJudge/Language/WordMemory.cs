using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Judges.Format.Language;

/// <summary>
/// Remembers what words say, by their exact characters. Each has one place, and the word that comes last takes it: the room is bounded whatever
/// the texts are, and as an entry never changes, threads share them without a lock. What is remembered is what would be found anew.
/// </summary>
internal sealed class WordMemory
{
    /// <summary>The longest word that is remembered: as many characters as a key has.</summary>
    public const int LongestWord = 16;

    public const int Places = 1 << PlaceBits;

    private const int PlaceBits = 13;

    private readonly Entry?[] _entries = new Entry?[Places];

    /// <summary>The characters of a word, zeros behind them: no word has a zero in it.</summary>
    public static Vector256<ushort> Key(ReadOnlySpan<char> word)
    {
        var key = Vector256<ushort>.Zero;
        word.CopyTo(MemoryMarshal.Cast<Vector256<ushort>, char>(new Span<Vector256<ushort>>(ref key)));
        return key;
    }

    public bool TryGet(in Vector256<ushort> key, out LaneScores said)
    {
        if (Volatile.Read(ref _entries[Place(key)]) is { } entry && entry.Key == key)
        {
            var (lower, upper) = Vector256.Widen(entry.Said);
            said = new(lower, upper);
            return true;
        }
        said = default;
        return false;
    }

    /// <param name="key">The word.</param>
    /// <param name="said">What it says, 0 to -<see cref="LanguageTable.Loudest"/>, so that a byte has room for each number.</param>
    public void Add(in Vector256<ushort> key, LaneScores said) =>
        Volatile.Write(ref _entries[Place(key)], new(key, Vector256.Narrow(said.Lower, said.Upper)));

    private static int Place(in Vector256<ushort> key)
    {
        const ulong step = 0x9E3779B97F4A7C15;
        var parts = key.AsUInt64();
        var hash = (parts[0] * step) ^ BitOperations.RotateLeft(parts[1] * step, 17) ^ BitOperations.RotateLeft((parts[2] ^ parts[3]) * step, 34);
        return (int)(hash * step >> (64 - PlaceBits));
    }

    private sealed class Entry(Vector256<ushort> key, Vector256<sbyte> said)
    {
        public readonly Vector256<ushort> Key = key;
        public readonly Vector256<sbyte> Said = said;
    }
}
