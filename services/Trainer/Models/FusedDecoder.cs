using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>A decoder ready to run: see <see cref="Decoder.Fuse"/>.</summary>
internal sealed class FusedDecoder(
    DecoderConfig config, Embedding embedding, IReadOnlyList<DecoderLayer.Fused> layers, RmsNorm norm, Tensor head, RotationTable rotation,
    bool recompute = false)
{
    /// <summary>Runs rows through the model; with a cache they continue what it holds.</summary>
    public Output Forward(PaddedRows batch, KeyValueCache? cache, bool countLoad, bool keepRoutes = false)
    {
        var pass = Pass(batch, cache, countLoad, keepRoutes);
        var x = Embed(batch, cache?.Length ?? 0);
        foreach (var layer in layers)
            x = recompute && cache is null ? Recomputed(layer, x, pass) : layer.Apply(x, pass);
        cache?.Advance(batch.Columns);
        return new(x, pass.ExpertLoads, pass.Routes ?? []);
    }

    /// <summary>What enters the first layer, [B·T, d].</summary>
    public Tensor Embed(PaddedRows batch, int position = 0) => embedding.Apply(batch, position);

    /// <summary>One more layer over inputs of these rows: x [B·T, d] → [B·T, d].</summary>
    public Tensor Through(DecoderLayer.Fused layer, Tensor x, PaddedRows batch) => layer.Apply(x, Pass(batch, cache: null, countLoad: false, keepRoutes: false));

    private ForwardPass Pass(PaddedRows batch, KeyValueCache? cache, bool countLoad, bool keepRoutes)
    {
        var position = cache?.Length ?? 0;
        var causal = FusedAttention.Exists && cache is null && batch.Columns > 1 && batch.LeftPadding is null;
        return new ForwardPass
        {
            Rows = batch.Rows,
            Columns = batch.Columns,
            Cache = cache,
            Rotation = rotation.At((cache?.Origin ?? 0) + position, batch.Columns).In(head.dtype),
            AttentionBias = causal ? null : Bias(position - (cache?.First ?? 0), batch.Columns, batch.LeftPadding),
            Causal = causal,
            Counted = countLoad ? (batch.Visible ?? ones(batch.Rows, batch.Columns)).view(-1, 1) : null,
            Routes = keepRoutes ? [] : null,
        };
    }

    // hidden [N, d] → [N, V]
    public Tensor Logits(Tensor hidden) => Project(Normed(hidden));

    public Tensor Normed(Tensor hidden) => norm.Apply(hidden);

    // → [N, V], fp32 whatever the rest computes in
    public Tensor Project(Tensor normed)
    {
        var logits = normed.mm(head);
        return logits.dtype == ScalarType.Float32 ? logits : logits.to(ScalarType.Float32);
    }

    public KeyValueCache Cache(int rows, int columns, int origin = 0) => KeyValueCache.Allocate(config, rows, columns, head.dtype, origin);

    // A layer of which only the input is kept; what it records it records the first time.
    private static Tensor Recomputed(DecoderLayer.Fused layer, Tensor x, ForwardPass pass)
    {
        if (pass.Routes is not null)
            throw new InvalidOperationException("A balance loss needs the gradients of the routers' scores, which recomputed layers do not keep.");

        var next = pass;
        return Recomputation.Of(
            input =>
            {
                var current = next;
                next = pass.Again();
                return layer.Apply(input, current);
            },
            x);
    }

    // A single new column sees all columns before it: only padding needs hiding.
    private static Tensor? Bias(int position, int columns, Tensor? leftPadding)
    {
        if (columns == 1)
            return leftPadding;

        var causal = full(columns, position + columns, PaddedRows.Hidden).triu_(position + 1); // [T, S]
        return leftPadding is null ? causal : causal + leftPadding;
    }

    /// <param name="Hidden">[B·T, d], before the final norm</param>
    /// <param name="ExpertLoads">[E] per routed layer; empty unless counted</param>
    /// <param name="Routes">what each routed layer chose; empty unless kept</param>
    internal sealed record Output(Tensor Hidden, IReadOnlyList<Tensor> ExpertLoads, IReadOnlyList<Router.Choice> Routes);
}
