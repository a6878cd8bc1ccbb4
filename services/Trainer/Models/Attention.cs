using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Causal attention with grouped key/value heads (arXiv 2305.13245).</summary>
internal sealed class Attention
{
    private readonly DecoderConfig _config;
    private readonly int _layer;
    private readonly Tensor _query;
    private readonly Tensor _key;
    private readonly Tensor _value;
    private readonly Tensor _output;

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
    }

    /// <summary>One matrix for the three projections, the scale of the scores folded into the queries'.</summary>
    public Fused Fuse() => new(_config, _layer, cat([_query * Math.Pow(_config.HeadSize, -0.5), _key, _value]).t(), _output.t());

    internal sealed class Fused(DecoderConfig config, int layer, Tensor queryKeyValue, Tensor output)
    {
        private readonly int _groups = config.KeyValueHeads;
        private readonly int _perGroup = config.Heads / config.KeyValueHeads;

        // x [B·T, d] → [B·T, d]
        public Tensor Apply(Tensor x, ForwardPass pass)
        {
            long rows = pass.Rows, columns = pass.Columns;
            var heads = x.mm(queryKeyValue).view(rows, columns, -1, config.HeadSize); // [B, T, heads + 2·kvHeads, headSize]
            var rotated = pass.Rotation.Apply(heads.narrow(2, 0, config.Heads + _groups));
            var queries = rotated.narrow(2, 0, config.Heads);
            var keys = rotated.narrow(2, config.Heads, _groups).transpose(1, 2);
            var values = heads.narrow(2, config.Heads + _groups, _groups).transpose(1, 2);
            if (pass.Cache is { } cache)
                (keys, values) = cache.Append(layer, keys, values);

            return Attend(queries, keys, values, pass).mm(output);
        }

        // Heads of one group are treated as further query columns, so that keys and values are never repeated.
        private Tensor Attend(Tensor queries, Tensor keys, Tensor values, ForwardPass pass)
        {
            long rows = pass.Rows, columns = pass.Columns, seen = keys.shape[2];
            var grouped = queries.view(rows, columns, _groups, _perGroup, config.HeadSize).permute(0, 2, 3, 1, 4)
                .reshape(rows, _groups, _perGroup * columns, config.HeadSize);
            var scores = grouped.matmul(keys.transpose(2, 3)); // [B, kvHeads, perGroup·T, S]
            if (pass.AttentionBias is { } bias)
                scores = (scores.view(rows, _groups, _perGroup, columns, seen) + bias).view(rows, _groups, _perGroup * columns, seen);
            return scores.softmax(-1).matmul(values) // [B, kvHeads, perGroup·T, headSize]
                .view(rows, _groups, _perGroup, columns, config.HeadSize).permute(0, 3, 1, 2, 4)
                .reshape(rows * columns, _groups * _perGroup * config.HeadSize);
        }
    }
}
