using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// A decoder-only transformer in the manner of DeepSeek-V3: RMSNorm before each half of a layer, rotary positions, grouped-query
/// attention, dense SwiGLU first, then routed and shared experts. (V3's latent attention is not here.)
/// </summary>
public sealed class Decoder : IDisposable
{
    private readonly Tensor _embedding;
    private readonly Tensor? _positions;
    private readonly Tensor _head;
    private readonly RmsNorm _norm;
    private readonly DecoderLayer[] _layers;
    private readonly Rotation _rotation;

    public Decoder(DecoderConfig config, ulong seed)
    {
        using var scope = NewDisposeScope();
        Config = config.Validated();
        Parameters = new ParameterSet(seed);
        _embedding = Parameters.Normal("model.embed_tokens.weight", config.InitialStd, config.VocabularySize, config.HiddenSize);
        if (config.LearnedPositions)
            _positions = Parameters.Normal("model.embed_positions.weight", config.InitialStd, config.MaxPositions, config.HiddenSize);
        _layers = [.. Enumerable.Range(0, config.Layers).Select(layer => new DecoderLayer(config, Parameters, layer))];
        _norm = new(Parameters.Ones("model.norm.weight", config.HiddenSize), config.RmsNormEpsilon);
        _head = config.TieEmbeddings
            ? _embedding
            : Parameters.Normal("lm_head.weight", config.InitialStd, config.VocabularySize, config.HiddenSize);
        var table = Rotation.Table(config.HeadSize, config.RopeTheta, config.MaxPositions);
        _rotation = new(table.Cosine.DetachFromDisposeScope(), table.Sine.DetachFromDisposeScope());
    }

    public DecoderConfig Config { get; }

    public ParameterSet Parameters { get; }

    /// <summary>The selection bias of each routed layer, first to last.</summary>
    internal IEnumerable<Tensor> BalanceBiases => _layers.Select(static layer => layer.Routed?.Bias).OfType<Tensor>();

    /// <summary>
    /// The weights in the shape in which they are used, projections of the same input joined. Made once per generation or update,
    /// inside the gradient where one is taken; it lives as long as the dispose scope it is made in.
    /// </summary>
    internal FusedDecoder Fuse(ExpertPath path) => new(
        Config, new(_embedding, _positions), [.. _layers.Select(layer => layer.Fuse(path))], _norm, _head.t(), _rotation);

    /// <summary>Logits of whole rows without padding: tokens [B, T] int64 → [B, T, V].</summary>
    public Tensor Logits(Tensor tokens, ExpertPath path = ExpertPath.Dense)
    {
        var fused = Fuse(path);
        var batch = PaddedRows.Unpadded(tokens);
        return fused.Logits(fused.Forward(batch, cache: null, countLoad: false).Hidden).view(batch.Rows, batch.Columns, -1);
    }

    public void Dispose()
    {
        Parameters.Dispose();
        _rotation.Cosine.Dispose();
        _rotation.Sine.Dispose();
    }
}
