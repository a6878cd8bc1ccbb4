using Judges.Training.Models;

namespace Trainer.Tests.Models;

/// <summary>Tiny decoders, one for each part that a family may bring.</summary>
internal static class Parts
{
    private static readonly DecoderConfig s_softmax = Tiny.Config with
    {
        RouterScoring = RouterScoring.Softmax,
        SelectionBias = false,
        NormalizeExpertWeights = false,
    };

    public static IReadOnlyDictionary<string, DecoderConfig> All { get; } = new Dictionary<string, DecoderConfig>
    {
        ["bias"] = Tiny.Config with { QueryKeyValueBias = true },
        ["norm of heads"] = Tiny.Config with { QueryKeyNorm = QueryKeyNormKind.Head },
        ["norm of projections"] = Tiny.Config with { QueryKeyNorm = QueryKeyNormKind.Projection },
        ["latent"] = Tiny.Config with { Latent = new(0, 6, 2, 3) },
        ["latent queries"] = Tiny.Config with { Latent = new(5, 6, 2, 3, Interleaved: false) },
        ["softmax"] = s_softmax,
        ["groups"] = Tiny.Config with { Experts = 8, ExpertGroups = 4, GroupsPerToken = 2 },
        ["sparse step"] = s_softmax with { FirstDenseLayers = 0, SparseStep = 2 },
        ["gated shared expert"] = s_softmax with { SharedExperts = 1, SharedIntermediateSize = 5, GatedSharedExperts = true },
        ["scales"] = s_softmax with { EmbeddingScale = 3, ResidualScale = 0.5, AttentionScale = 0.3, LogitScale = 0.25, SharedExperts = 0 },
        ["yarn"] = Tiny.Config with { RopeScaling = new(RopeScalingKind.Yarn, 4) { OriginalPositions = 8 } },
    };
}
