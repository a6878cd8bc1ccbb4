using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// The head of DeepSeek-V3 that predicts the token after the next (arXiv 2412.19437, section 2.2): one more layer, whose input joins the
/// norms of the next token's embedding and of the decoder's last hidden state. That state is taken behind the final norm, as the servers
/// that run the released weights take it. Embedding and output projection are the decoder's own.
/// </summary>
public sealed class SecondTokenHead : IDisposable
{
    private readonly Decoder _decoder;
    private readonly RmsNorm _embeddingNorm;
    private readonly RmsNorm _hiddenNorm;
    private readonly Tensor _join; // [d, 2d]
    private readonly DecoderLayer _layer;
    private readonly RmsNorm _norm;

    /// <param name="seed">of the weights to start from; null leaves them zero, to be loaded</param>
    internal SecondTokenHead(Decoder decoder, ulong? seed)
        : this(decoder, new ParameterSet(seed))
    {
    }

    private SecondTokenHead(Decoder decoder, ParameterSet parameters)
    {
        using var scope = NewDisposeScope();
        var config = decoder.Config;
        var prefix = $"model.layers.{config.Layers}";
        (_decoder, Parameters) = (decoder, parameters);
        _embeddingNorm = Norm("enorm.weight");
        _hiddenNorm = Norm("hnorm.weight");
        _join = parameters.Normal($"{prefix}.eh_proj.weight", config.InitialStd, config.HiddenSize, 2 * config.HiddenSize);
        _layer = new(config, parameters, config.Layers);
        _norm = Norm("shared_head.norm.weight");

        RmsNorm Norm(string name) => new(parameters.Ones($"{prefix}.{name}", config.HiddenSize), config.RmsNormEpsilon);
    }

    /// <summary>What the head has beside the decoder's parameters.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>
    /// Logits of whole rows without padding: tokens [B, T] int64, T ≥ 2 → [B, T - 1, V]. Position t has read the tokens up to t + 1 and
    /// predicts token t + 2.
    /// </summary>
    public Tensor Logits(Tensor tokens, ExpertPath path = ExpertPath.Dense)
    {
        var columns = tokens.shape[1] - 1;
        if (columns < 1)
            throw new ArgumentException($"A row needs two tokens or more; these have {tokens.shape[1]}.", nameof(tokens));

        var own = _decoder.ComputeType == ScalarType.Float32 ? this : new SecondTokenHead(_decoder, Parameters.In(_decoder.ComputeType));
        var fused = _decoder.Fuse(path);
        var read = PaddedRows.Unpadded(tokens);
        var next = PaddedRows.Unpadded(tokens.narrow(1, 1, columns).contiguous());
        var hidden = fused.Normed(fused.Forward(read, cache: null, countLoad: false).Hidden).view(read.Rows, read.Columns, -1).narrow(1, 0, columns);
        var joined = cat([own._embeddingNorm.Apply(fused.Embed(next)), own._hiddenNorm.Apply(hidden.reshape(read.Rows * columns, -1))], -1).mm(own._join.t());
        return fused.Project(own._norm.Apply(fused.Through(own._layer.Fuse(path), joined, next))).view(next.Rows, next.Columns, -1);
    }

    public void Dispose() => Parameters.Dispose();
}
