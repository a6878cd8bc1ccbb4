using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Causal attention with grouped key/value heads (arXiv 2305.13245).</summary>
internal sealed class Attention : IAttention
{
    private readonly DecoderConfig _config;
    private readonly int _layer;
    private readonly Tensor _query;
    private readonly Tensor _key;
    private readonly Tensor _value;
    private readonly Tensor _output;
    private readonly Tensor[]? _bias; // of queries, keys and values
    private readonly QueryKeyNorm? _norm;

    public Attention(DecoderConfig config, ParameterSet parameters, int layer, double outputStd)
    {
        var prefix = $"model.layers.{layer}.self_attn";
        long queries = config.Heads * config.HeadSize, keys = config.KeyValueHeads * config.HeadSize;
        (_config, _layer) = (config, layer);
        _query = parameters.Normal($"{prefix}.q_proj.weight", config.InitialStd, queries, config.HiddenSize);
        _key = parameters.Normal($"{prefix}.k_proj.weight", config.InitialStd, keys, config.HiddenSize);
        (_value, _output) = config.CopyInit > 0
            ? parameters.RotationAndInverse($"{prefix}.v_proj.weight", $"{prefix}.o_proj.weight", config.HiddenSize, config.CopyInit)
            : (parameters.Normal($"{prefix}.v_proj.weight", config.InitialStd, keys, config.HiddenSize),
                parameters.Normal($"{prefix}.o_proj.weight", outputStd, config.HiddenSize, queries));
        if (config.QueryKeyValueBias)
            _bias = [parameters.Zeros($"{prefix}.q_proj.bias", queries), parameters.Zeros($"{prefix}.k_proj.bias", keys), parameters.Zeros($"{prefix}.v_proj.bias", keys)];
        _norm = QueryKeyNorm.Create(config, parameters, prefix);
    }

    /// <summary>One matrix for the three projections; the scale of the scores goes where the queries last meet a weight.</summary>
    public IFusedAttention Fuse()
    {
        var scale = _config.AttentionScale ?? Math.Pow(_config.HeadSize, -0.5);
        var weight = cat([_norm is null ? _query * scale : _query, _key, _value]).t();
        return new Fused(_config, _layer, weight, FuseBias(_norm is null ? scale : 1), _norm?.Fuse(scale), _output.t());
    }

    private Tensor? FuseBias(double scale) => _bias is [var query, var key, var value] ? cat([query * scale, key, value]) : null;

    private sealed class Fused(DecoderConfig config, int layer, Tensor queryKeyValue, Tensor? bias, QueryKeyNorm.Fused? norm, Tensor output) : IFusedAttention
    {
        private readonly int _groups = config.KeyValueHeads;

        public Tensor Apply(Tensor x, ForwardPass pass)
        {
            long rows = pass.Rows, columns = pass.Columns;
            var projected = x.mm(queryKeyValue);
            if (bias is not null)
                projected = projected + bias;
            var heads = projected.view(rows, columns, -1, config.HeadSize); // [B, T, heads + 2·kvHeads, headSize]
            var (turning, values) = Parted(heads, config.Heads + _groups, _groups);
            var (queries, keys) = Parted(pass.Rotation.Apply(norm is null ? turning : norm.Apply(turning)), config.Heads, _groups);
            (keys, values) = (keys.transpose(1, 2), values.transpose(1, 2));
            if (pass.Cache is { } cache)
                (keys, values) = cache.Append(layer, keys, values);

            return GroupedHeads.Attend(queries, keys, values, pass).mm(output);
        }

        private static (Tensor, Tensor) Parted(Tensor heads, long first, long second)
        {
            var parts = heads.split([first, second], 2);
            return (parts[0], parts[1]);
        }
    }
}
