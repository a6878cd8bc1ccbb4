using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// What attention keeps of the tokens seen so far, allocated once: per layer keys and values, [B, kvHeads, maxColumns, headSize] each,
/// or, for latent attention, latents with the rotary key, [B, 1, maxColumns, latent + rotary].
/// </summary>
internal sealed class KeyValueCache(IReadOnlyList<Tensor> keys, IReadOnlyList<Tensor> values) : IDisposable
{
    /// <summary>How many columns are filled.</summary>
    public int Length { get; private set; }

    /// <summary>How many columns there are.</summary>
    public int Capacity => (int)keys[0].shape[2];

    /// <summary>Columns before this one belong to no row any more: attention does not look there.</summary>
    public int First { get; set; }

    /// <summary>The rotary position of column 0: it moves on when columns are dropped, since what is cached has been rotated already.</summary>
    public int Origin { get; private init; }

    public static KeyValueCache Allocate(DecoderConfig config, long rows, long columns, ScalarType type = ScalarType.Float32, int origin = 0)
    {
        return config.Latent is { } latent
            ? new(Stack(1, latent.KeyValueRank + latent.RotarySize), []) { Origin = origin }
            : new(Stack(config.KeyValueHeads, config.HeadSize), Stack(config.KeyValueHeads, config.HeadSize)) { Origin = origin };

        Tensor[] Stack(long heads, long size) => [.. Enumerable.Range(0, config.Layers).Select(_ => zeros(rows, heads, columns, size, type))];
    }

    // keys, values [B, kvHeads, T, headSize] → everything from the first column up to and including them
    public (Tensor Keys, Tensor Values) Append(int layer, Tensor newKeys, Tensor newValues) => (Append(keys[layer], newKeys), Append(values[layer], newValues));

    // entries [B, 1, T, latent + rotary] → everything from the first column up to and including them
    public Tensor Append(int layer, Tensor entries) => Append(keys[layer], entries);

    /// <summary>Called once all layers have appended.</summary>
    public void Advance(int columns) => Length += columns;

    /// <summary>Each row <paramref name="times"/> times in succession: one prompt becomes its group.</summary>
    public KeyValueCache Repeat(int times) =>
        times == 1 ? this : With(tensor => tensor.repeat_interleave(times, 0));

    /// <summary>Only the rows named by <paramref name="rows"/> [n].</summary>
    public KeyValueCache Select(Tensor rows) => With(tensor => tensor.index_select(0, rows));

    /// <summary>Replaces <paramref name="rows"/> [n] by those of another cache, whose last column falls on the last one here.</summary>
    public void Replace(Tensor rows, KeyValueCache by)
    {
        foreach (var (mine, theirs) in Tensors.Zip(by.Tensors))
            mine.narrow(2, Length - by.Length, by.Length).index_copy_(0, rows, theirs.narrow(2, 0, by.Length));
    }

    /// <summary>The same without its first columns: room for as many more.</summary>
    public KeyValueCache Without(int columns)
    {
        var kept = Length - columns;
        return new([.. keys.Select(Shift)], [.. values.Select(Shift)]) { Length = kept, First = Math.Max(0, First - columns), Origin = Origin + columns };

        Tensor Shift(Tensor tensor)
        {
            var shifted = zeros_like(tensor);
            shifted.narrow(2, 0, kept).copy_(tensor.narrow(2, columns, kept));
            return shifted;
        }
    }

    public void Dispose()
    {
        foreach (var tensor in Tensors)
            tensor.Dispose();
    }

    private IEnumerable<Tensor> Tensors => keys.Concat(values);

    private Tensor Append(Tensor filled, Tensor added)
    {
        var columns = added.shape[2];
        filled.narrow(2, Length, columns).copy_(added);
        return filled.narrow(2, First, Length + columns - First);
    }

    private KeyValueCache With(Func<Tensor, Tensor> change) =>
        new([.. keys.Select(change)], [.. values.Select(change)]) { Length = Length, First = First, Origin = Origin };
}
