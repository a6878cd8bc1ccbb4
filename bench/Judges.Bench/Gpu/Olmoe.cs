using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>The shape of OLMoE-1B-7B-0924, with random weights made on the device.</summary>
internal static class Olmoe
{
    public const int Layers = 16;

    public static DecoderConfig Config(int layers) => new()
    {
        VocabularySize = 50_304,
        HiddenSize = 2048,
        Layers = layers,
        Heads = 16,
        KeyValueHeads = 16,
        HeadSize = 128,
        ExpertIntermediateSize = 1024,
        Experts = 64,
        ExpertsPerToken = 8,
        SharedExperts = 0,
        FirstDenseLayers = 0,
        RopeTheta = 10_000,
        QueryKeyNorm = QueryKeyNormKind.Projection,
        RmsNormEpsilon = 1e-5,
        RouterScoring = RouterScoring.Softmax,
        SelectionBias = false,
        NormalizeExpertWeights = false,
        MaxPositions = 4096,
    };

    public static Decoder Random(int layers)
    {
        var decoder = Decoder.Unfilled(Config(layers));
        using var mode = no_grad();
        manual_seed(1);
        foreach (var (_, parameter) in decoder.Parameters.Trained.Where(static parameter => parameter.Value.shape.Length > 1))
            parameter.normal_(0, 0.02).Dispose();
        decoder.ComputeType = ScalarType.BFloat16;
        return decoder;
    }

    /// <summary>Operations of one token's forward pass in a row of so many tokens: two for each weight that it meets, and attention to half of the row.</summary>
    public static double ForwardFlops(DecoderConfig config, int columns)
    {
        double hidden = config.HiddenSize;
        var attention = 4 * 2 * hidden * hidden + 2 * hidden * columns;
        var experts = config.ExpertsPerToken * ExpertFlops(config) + 2 * hidden * config.Experts;
        return config.Layers * (attention + experts) + 2 * hidden * config.VocabularySize;
    }

    public static double ExpertFlops(DecoderConfig config) => 3 * 2.0 * config.HiddenSize * config.ExpertIntermediateSize;
}
