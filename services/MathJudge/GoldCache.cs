using Symbolics;

namespace Judges.Mathematics;

/// <summary>
/// The golds read last. All rollouts of a group have the same gold, and they come together through every door, so it is read once per
/// group. A few slots by hash and no locks: a lost slot costs one more reading, never another verdict.
/// </summary>
internal sealed class GoldCache
{
    private const int Slots = 256;
    private const int MaxLength = 4096;

    private readonly GoldAnswer?[] _golds = new GoldAnswer?[Slots];

    public GoldAnswer Of(string text)
    {
        if (text.Length > MaxLength)
            return new(text);
        ref var slot = ref _golds[(uint)text.GetHashCode(StringComparison.Ordinal) % Slots];
        var gold = Volatile.Read(ref slot);
        if (gold is null || gold.Text != text)
            Volatile.Write(ref slot, gold = new(text));
        return gold;
    }
}
