using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// Latent attention ready to run. Without a cache keys and values are expanded from the latent: fewest operations for whole rows.
/// With one the expansion is absorbed into queries and outputs (arXiv 2405.04434 §2.1.2): all heads then attend to the cached
/// latents themselves, as to the one key of multi-query attention.
/// </summary>
internal sealed class FusedLatentAttention(DecoderConfig config, LatentAttentionShape shape, int layer) : IFusedAttention
{
    private readonly int _plain = config.HeadSize - shape.RotarySize; // the part of a head that carries no position
    private readonly int _heads = config.Heads;

    public required Tensor Down { get; init; } // [d, queries or their rank, then latent, then rotary key]

    public required RmsNorm? QueryNorm { get; init; }

    public required Tensor? QueryUp { get; init; } // [rank, heads·headSize]

    public required RmsNorm LatentNorm { get; init; }

    public required Tensor LatentUp { get; init; } // [heads·(plain + value), latent]

    public required Tensor Output { get; init; } // [heads·value, d]

    public Tensor Apply(Tensor x, ForwardPass pass)
    {
        long rows = pass.Rows, columns = pass.Columns;
        var down = x.mm(Down).split([Down.shape[1] - shape.KeyValueRank - shape.RotarySize, shape.KeyValueRank, shape.RotarySize], 1);
        var queries = (QueryUp is null ? down[0] : QueryNorm!.Apply(down[0]).mm(QueryUp)).view(rows, columns, _heads, config.HeadSize);
        var plain = queries.narrow(3, 0, _plain);
        var turned = Turn(queries.narrow(3, _plain, shape.RotarySize), pass);
        var latent = LatentNorm.Apply(down[1]); // [B·T, latent]
        var key = Turn(down[2].view(rows, columns, 1, shape.RotarySize), pass);
        var heads = pass.Cache is { } cache
            ? Absorbed(plain, turned, cat([latent.view(rows, columns, 1, -1), key], 3).transpose(1, 2), cache, pass)
            : Expanded(plain, turned, latent, key, pass);
        return heads.mm(Output);
    }

    private Tensor Expanded(Tensor plain, Tensor turned, Tensor latent, Tensor key, ForwardPass pass)
    {
        long rows = pass.Rows, columns = pass.Columns;
        var up = latent.mm(LatentUp.t()).view(rows, columns, _heads, -1); // [B, T, heads, plain + value]
        var keys = cat([up.narrow(3, 0, _plain), key.expand(rows, columns, _heads, shape.RotarySize)], 3);
        return GroupedHeads.Attend(cat([plain, turned], 3), keys.transpose(1, 2), up.narrow(3, _plain, shape.ValueSize).transpose(1, 2), pass);
    }

    // entries [B, 1, T, latent + rotary]
    private Tensor Absorbed(Tensor plain, Tensor turned, Tensor entries, KeyValueCache cache, ForwardPass pass)
    {
        long rows = pass.Rows, columns = pass.Columns;
        var up = LatentUp.view(_heads, -1, shape.KeyValueRank).split([_plain, shape.ValueSize], 1); // [heads, plain, latent], [heads, value, latent]
        var absorbed = plain.reshape(rows * columns, _heads, _plain).transpose(0, 1).bmm(up[0]) // [heads, B·T, latent]
            .transpose(0, 1).reshape(rows, columns, _heads, shape.KeyValueRank);
        var seen = cache.Append(layer, entries);
        var heads = GroupedHeads.Attend(cat([absorbed, turned], 3), seen, seen.narrow(3, 0, shape.KeyValueRank), pass);
        return heads.view(rows * columns, _heads, -1).transpose(0, 1).bmm(up[1].transpose(1, 2)) // [heads, B·T, value]
            .transpose(0, 1).reshape(rows * columns, -1);
    }

    private Tensor Turn(Tensor heads, ForwardPass pass) =>
        shape.Interleaved ? pass.Rotation.ApplyInterleaved(heads) : pass.Rotation.Apply(heads);
}
