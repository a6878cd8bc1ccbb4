using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>x + attention(norm(x)), then x + feedForward(norm(x)).</summary>
internal sealed class DecoderLayer
{
    private readonly RmsNorm _attentionNorm;
    private readonly RmsNorm _feedForwardNorm;
    private readonly IAttention _attention;
    private readonly double _residualScale;
    private readonly FeedForward? _dense;

    public DecoderLayer(DecoderConfig config, ParameterSet parameters, int layer)
    {
        var prefix = $"model.layers.{layer}";
        var outputStd = config.ScaleResidualInit ? config.InitialStd / Math.Sqrt(2 * config.Layers) : config.InitialStd;
        _attentionNorm = new(parameters.Ones($"{prefix}.input_layernorm.weight", config.HiddenSize), config.RmsNormEpsilon);
        _attention = config.Latent is null
            ? new Attention(config, parameters, layer, outputStd)
            : new LatentAttention(config, config.Latent, parameters, layer, outputStd);
        _residualScale = config.ResidualScale;
        _feedForwardNorm = new(parameters.Ones($"{prefix}.post_attention_layernorm.weight", config.HiddenSize), config.RmsNormEpsilon);
        if (config.IsDense(layer))
            _dense = new(config, parameters, $"{prefix}.mlp", config.DenseIntermediateSize, outputStd);
        else
            Routed = new(config, parameters, $"{prefix}.mlp", outputStd);
    }

    /// <summary>Null in a dense layer.</summary>
    public MixtureOfExperts? Routed { get; }

    public Fused Fuse(ExpertPath path) =>
        new(_attentionNorm, _attention.Fuse(), _feedForwardNorm, Routed?.Fuse(path) ?? _dense!.Fuse(), _residualScale);

    internal sealed record Fused(RmsNorm AttentionNorm, IFusedAttention Attention, RmsNorm FeedForwardNorm, IFusedFeedForward FeedForward, double ResidualScale)
    {
        // x [B·T, d] → [B·T, d]
        public Tensor Apply(Tensor x, ForwardPass pass)
        {
            x = x + Scaled(Attention.Apply(AttentionNorm.Apply(x), pass));
            return x + Scaled(FeedForward.Apply(FeedForwardNorm.Apply(x), pass));
        }

        private Tensor Scaled(Tensor added) => ResidualScale == 1 ? added : added * ResidualScale;
    }
}
