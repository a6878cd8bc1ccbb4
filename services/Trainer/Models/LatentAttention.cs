using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434 §2.1): keys and values are read out of one narrow latent per token,
/// and only it and the part of the key that carries the position are cached.
/// </summary>
internal sealed class LatentAttention : IAttention
{
    // DeepSeek's inner norms have their own ε, whatever rms_norm_eps says.
    private const double InnerEpsilon = 1e-6;

    private readonly DecoderConfig _config;
    private readonly LatentAttentionShape _shape;
    private readonly int _layer;
    private readonly Tensor? _queryDown;
    private readonly RmsNorm? _queryNorm;
    private readonly Tensor _query;
    private readonly Tensor _latentDown;
    private readonly RmsNorm _latentNorm;
    private readonly Tensor _latentUp;
    private readonly Tensor _output;

    public LatentAttention(DecoderConfig config, LatentAttentionShape shape, ParameterSet parameters, int layer, double outputStd)
    {
        var prefix = $"model.layers.{layer}.self_attn";
        long heads = config.Heads, plain = config.HeadSize - shape.RotarySize;
        (_config, _shape, _layer) = (config, shape, layer);
        if (shape.QueryRank > 0)
        {
            _queryDown = Weight("q_a_proj", shape.QueryRank, config.HiddenSize);
            _queryNorm = Norm("q_a_layernorm", shape.QueryRank);
        }

        _query = Weight(shape.QueryRank > 0 ? "q_b_proj" : "q_proj", heads * config.HeadSize, shape.QueryRank > 0 ? shape.QueryRank : config.HiddenSize);
        _latentDown = Weight("kv_a_proj_with_mqa", shape.KeyValueRank + shape.RotarySize, config.HiddenSize);
        _latentNorm = Norm("kv_a_layernorm", shape.KeyValueRank);
        _latentUp = Weight("kv_b_proj", heads * (plain + shape.ValueSize), shape.KeyValueRank);
        _output = parameters.Normal($"{prefix}.o_proj.weight", outputStd, config.HiddenSize, heads * shape.ValueSize);

        Tensor Weight(string name, long outputs, long inputs) => parameters.Normal($"{prefix}.{name}.weight", config.InitialStd, outputs, inputs);
        RmsNorm Norm(string name, long size) => new(parameters.Ones($"{prefix}.{name}.weight", size), InnerEpsilon);
    }

    public IFusedAttention Fuse()
    {
        var scale = (_config.AttentionScale ?? Math.Pow(_config.HeadSize, -0.5)) * RopeFrequencies.ScoreFactor(_config.RopeScaling);
        var query = _query * scale;
        return new FusedLatentAttention(_config, _shape, _layer)
        {
            Down = cat([_queryDown ?? query, _latentDown]).t(),
            QueryNorm = _queryNorm,
            QueryUp = _queryDown is null ? null : query.t(),
            LatentNorm = _latentNorm,
            LatentUp = _latentUp,
            Output = _output.t(),
        };
    }
}
