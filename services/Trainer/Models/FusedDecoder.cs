using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>A decoder ready to run: see <see cref="Decoder.Fuse"/>.</summary>
internal sealed class FusedDecoder(
    DecoderConfig config, Embedding embedding, IReadOnlyList<DecoderLayer.Fused> layers, RmsNorm norm, Tensor head, RotationTable rotation)
{
    /// <summary>Runs rows through the model; with a cache they continue what it holds.</summary>
    public Output Forward(PaddedRows batch, KeyValueCache? cache, bool countLoad, bool keepRoutes = false)
    {
        var position = cache?.Length ?? 0;
        var pass = new ForwardPass
        {
            Rows = batch.Rows,
            Columns = batch.Columns,
            Cache = cache,
            Rotation = rotation.At((cache?.Origin ?? 0) + position, batch.Columns),
            AttentionBias = Bias(position - (cache?.First ?? 0), batch.Columns, batch.LeftPadding),
            Counted = countLoad ? (batch.Visible ?? ones(batch.Rows, batch.Columns)).view(-1, 1) : null,
            Routes = keepRoutes ? [] : null,
        };
        var x = embedding.Apply(batch, position); // [B·T, d]
        foreach (var layer in layers)
            x = layer.Apply(x, pass);
        cache?.Advance(batch.Columns);
        return new(x, pass.ExpertLoads, pass.Routes ?? []);
    }

    // hidden [N, d] → [N, V]
    public Tensor Logits(Tensor hidden) => norm.Apply(hidden).mm(head);

    public KeyValueCache Cache(int rows, int columns, int origin = 0) => KeyValueCache.Allocate(config, rows, columns, origin);

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
