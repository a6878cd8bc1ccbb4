using Judges.Training.Models;

namespace Judges.Bench;

/// <summary>Random models of Qwen3-MoE's shape, small enough for one core: one whose calls cost more than its arithmetic, and one where it is the other way round.</summary>
internal static class BenchModels
{
    public static IReadOnlyList<(string Name, DecoderConfig Config)> All { get; } =
    [
        ("small", Shape(hidden: 64, layers: 2, heads: 4, experts: 8, perToken: 2, width: 32, vocabulary: 256)),
        ("wide", Shape(hidden: 256, layers: 4, heads: 8, experts: 16, perToken: 4, width: 128, vocabulary: 2048)),
    ];

    private static DecoderConfig Shape(int hidden, int layers, int heads, int experts, int perToken, int width, int vocabulary) => new()
    {
        VocabularySize = vocabulary,
        HiddenSize = hidden,
        Layers = layers,
        FirstDenseLayers = 0,
        Heads = heads,
        KeyValueHeads = heads / 2,
        HeadSize = hidden / heads,
        QueryKeyNorm = QueryKeyNormKind.Head,
        Experts = experts,
        ExpertsPerToken = perToken,
        ExpertIntermediateSize = width,
        SharedExperts = 0,
        RouterScoring = RouterScoring.Softmax,
        SelectionBias = false,
        RopeTheta = 10_000,
        InitialStd = 0.05,
        ScaleResidualInit = false,
        MaxPositions = 512,
    };
}
