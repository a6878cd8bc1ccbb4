using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// A decoder-only transformer: RMSNorm before each half of a layer, rotary positions, grouped or latent attention, SwiGLU that is
/// dense or routed. What it is made of its <see cref="DecoderConfig"/> says; docs/models.md has the families.
/// </summary>
public sealed class Decoder : IDisposable
{
    private readonly Tensor _embedding;
    private readonly Tensor? _positions;
    private readonly Tensor _head;
    private readonly RmsNorm _norm;
    private readonly DecoderLayer[] _layers;
    private readonly RotationTable _rotation;

    public Decoder(DecoderConfig config, ulong seed)
        : this(config, new ParameterSet(seed))
    {
    }

    private Decoder(DecoderConfig config, ParameterSet parameters, RotationTable? rotation = null)
    {
        using var scope = NewDisposeScope();
        Config = config.Validated();
        Parameters = parameters;
        _embedding = Parameters.Normal("model.embed_tokens.weight", config.InitialStd, config.VocabularySize, config.HiddenSize);
        if (config.LearnedPositions)
            _positions = Parameters.Normal("model.embed_positions.weight", config.InitialStd, config.MaxPositions, config.HiddenSize);
        _layers = [.. Enumerable.Range(0, config.Layers).Select(layer => new DecoderLayer(config, Parameters, layer))];
        _norm = new(Parameters.Ones("model.norm.weight", config.HiddenSize), config.RmsNormEpsilon);
        _head = config.TieEmbeddings
            ? _embedding
            : Parameters.Normal("lm_head.weight", config.InitialStd, config.VocabularySize, config.HiddenSize);
        _rotation = rotation ?? new(config.Latent?.RotarySize ?? config.HeadSize, config.RopeTheta, config.MaxPositions, config.RopeScaling);
    }

    public DecoderConfig Config { get; }

    public ParameterSet Parameters { get; }

    /// <summary>
    /// The type that activations, and the weights that meet them, are in. The weights themselves, their gradients, the routers' scores and
    /// the logits are fp32 always. Default fp32; bf16 for a GPU.
    /// </summary>
    public ScalarType ComputeType { get; set; } = ScalarType.Float32;

    /// <summary>Whether training keeps the input of each layer alone and computes the rest again in the backward pass. Default false.</summary>
    public bool RecomputeActivations { get; set; }

    /// <summary>How many layers have routed experts.</summary>
    public int RoutedLayers => _layers.Count(static layer => layer.Routed is not null);

    /// <summary>The selection bias of each routed layer, first to last.</summary>
    internal IEnumerable<Tensor> BalanceBiases => _layers.Select(static layer => layer.Routed?.Bias).OfType<Tensor>();

    /// <summary>A decoder whose weights are zero, to be filled from a checkpoint.</summary>
    internal static Decoder Unfilled(DecoderConfig config) => new(config, new ParameterSet(seed: null));

    /// <summary>
    /// The weights in the shape in which they are used, projections of the same input joined. Made once per generation or update,
    /// inside the gradient where one is taken; it lives as long as the dispose scope it is made in.
    /// </summary>
    internal FusedDecoder Fuse(ExpertPath path) => ComputeType == ScalarType.Float32
        ? FuseOwn(path, RecomputeActivations)
        : new Decoder(Config, Parameters.In(ComputeType), _rotation).FuseOwn(path, RecomputeActivations);

    private FusedDecoder FuseOwn(ExpertPath path, bool recompute) => new(
        Config,
        new(Scaled(_embedding, Config.EmbeddingScale), _positions),
        [.. _layers.Select(layer => layer.Fuse(path))],
        _norm,
        Scaled(_head.t(), Config.LogitScale),
        _rotation,
        recompute);

    /// <summary>Logits of whole rows without padding: tokens [B, T] int64 → [B, T, V].</summary>
    public Tensor Logits(Tensor tokens, ExpertPath path = ExpertPath.Dense)
    {
        var fused = Fuse(path);
        var batch = PaddedRows.Unpadded(tokens);
        return fused.Logits(fused.Forward(batch, cache: null, countLoad: false).Hidden).view(batch.Rows, batch.Columns, -1);
    }

    private static Tensor Scaled(Tensor weight, double factor) => factor == 1 ? weight : weight * factor;

    public void Dispose()
    {
        Parameters.Dispose();
        _rotation.Dispose();
    }
}
