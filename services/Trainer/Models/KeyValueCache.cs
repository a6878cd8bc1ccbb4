using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// What attention keeps of the tokens seen so far, allocated once: per layer keys and values, [B, kvHeads, maxColumns, headSize] each,
/// or, for latent attention, latents with the rotary key, [B, 1, maxColumns, latent + rotary].
/// </summary>
internal sealed class KeyValueCache(IReadOnlyList<Tensor> keys, IReadOnlyList<Tensor> values)
{
    /// <summary>How many columns are filled.</summary>
    public int Length { get; private set; }

    public static KeyValueCache Allocate(DecoderConfig config, long rows, long columns, ScalarType type = ScalarType.Float32)
    {
        return config.Latent is { } latent
            ? new(Stack(1, latent.KeyValueRank + latent.RotarySize), [])
            : new(Stack(config.KeyValueHeads, config.HeadSize), Stack(config.KeyValueHeads, config.HeadSize));

        Tensor[] Stack(long heads, long size) => [.. Enumerable.Range(0, config.Layers).Select(_ => zeros(rows, heads, columns, size, type))];
    }

    // keys, values [B, kvHeads, T, headSize] → everything up to and including them
    public (Tensor Keys, Tensor Values) Append(int layer, Tensor newKeys, Tensor newValues)
    {
        var columns = newKeys.shape[2];
        keys[layer].narrow(2, Length, columns).copy_(newKeys);
        values[layer].narrow(2, Length, columns).copy_(newValues);
        return (keys[layer].narrow(2, 0, Length + columns), values[layer].narrow(2, 0, Length + columns));
    }

    // entries [B, 1, T, latent + rotary] → everything up to and including them
    public Tensor Append(int layer, Tensor entries)
    {
        var columns = entries.shape[2];
        keys[layer].narrow(2, Length, columns).copy_(entries);
        return keys[layer].narrow(2, 0, Length + columns);
    }

    /// <summary>Called once all layers have appended.</summary>
    public void Advance(int columns) => Length += columns;

    /// <summary>Each row <paramref name="times"/> times in succession: one prompt becomes its group.</summary>
    public KeyValueCache Repeat(int times) =>
        times == 1 ? this : With(tensor => tensor.repeat_interleave(times, 0));

    /// <summary>Only the rows named by <paramref name="rows"/> [n].</summary>
    public KeyValueCache Select(Tensor rows) => With(tensor => tensor.index_select(0, rows));

    private KeyValueCache With(Func<Tensor, Tensor> change) => new([.. keys.Select(change)], [.. values.Select(change)]) { Length = Length };
}
