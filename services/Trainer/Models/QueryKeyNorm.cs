using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>RMSNorm of queries and keys, before they are rotated; see <see cref="QueryKeyNormKind"/>.</summary>
internal sealed class QueryKeyNorm
{
    private readonly DecoderConfig _config;
    private readonly Tensor _query;
    private readonly Tensor _key;

    private QueryKeyNorm(DecoderConfig config, Tensor query, Tensor key) => (_config, _query, _key) = (config, query, key);

    public static QueryKeyNorm? Create(DecoderConfig config, ParameterSet parameters, string prefix)
    {
        if (config.QueryKeyNorm == QueryKeyNormKind.None)
            return null;

        var (queries, keys) = config.QueryKeyNorm == QueryKeyNormKind.Head ? (1, 1) : (config.Heads, config.KeyValueHeads);
        return new(
            config,
            parameters.Ones($"{prefix}.q_norm.weight", queries * config.HeadSize),
            parameters.Ones($"{prefix}.k_norm.weight", keys * config.HeadSize));
    }

    /// <summary>Queries leave multiplied by <paramref name="scale"/>, the one of the scores.</summary>
    public Fused Fuse(double scale) => new(_config, (_query * scale).view(-1, _config.HeadSize), _key.view(-1, _config.HeadSize));

    internal sealed class Fused(DecoderConfig config, Tensor query, Tensor key)
    {
        // [B, T, heads + kvHeads, headSize] → the same
        public Tensor Apply(Tensor heads)
        {
            var parts = heads.split([config.Heads, config.KeyValueHeads], 2);
            return cat(
                [
                    TorchSharp.Extensions.RmsNorm.Of(parts[0], query, config.RmsNormEpsilon),
                    TorchSharp.Extensions.RmsNorm.Of(parts[1], key, config.RmsNormEpsilon),
                ],
                2);
        }
    }
}
