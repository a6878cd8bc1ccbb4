namespace Judges.Training.Models;

/// <summary>The shape of a decoder: everything needed to build the same model again. The defaults learn within minutes on one core.</summary>
public sealed record DecoderConfig
{
    public required int VocabularySize { get; init; }

    public int HiddenSize { get; init; } = 64;

    public int Layers { get; init; } = 2;

    public int Heads { get; init; } = 4;

    /// <summary>Key/value heads; a divisor of <see cref="Heads"/>. Equal to it: multi-head attention; 1: multi-query.</summary>
    public int KeyValueHeads { get; init; } = 4;

    public int HeadSize { get; init; } = 16;

    /// <summary>Width of the feed-forward network in the first, dense layers.</summary>
    public int DenseIntermediateSize { get; init; } = 128;

    /// <summary>Width of one expert; a shared expert has the same.</summary>
    public int ExpertIntermediateSize { get; init; } = 32;

    /// <summary>Routed experts per layer.</summary>
    public int Experts { get; init; } = 8;

    public int ExpertsPerToken { get; init; } = 2;

    /// <summary>Experts that see every token, beside the routed ones; 0 for none.</summary>
    public int SharedExperts { get; init; } = 1;

    /// <summary>How many leading layers are dense instead of routed.</summary>
    public int FirstDenseLayers { get; init; } = 1;

    /// <summary>Of the layers after the dense ones every n-th is routed, counted from layer 0; the others are dense. Default 1.</summary>
    public int SparseStep { get; init; } = 1;

    public double RopeTheta { get; init; } = 100;

    /// <summary>How the rotary positions were stretched beyond the length first trained on; null where they were not.</summary>
    public RopeScaling? RopeScaling { get; init; }

    /// <summary>Latent attention in place of grouped heads; null for none. <see cref="HeadSize"/> is then that of queries and keys.</summary>
    public LatentAttentionShape? Latent { get; init; }

    /// <summary>Whether the query, key and value projections add a vector.</summary>
    public bool QueryKeyValueBias { get; init; }

    public QueryKeyNormKind QueryKeyNorm { get; init; }

    /// <summary>What attention scores are multiplied by; null for 1 / √<see cref="HeadSize"/>.</summary>
    public double? AttentionScale { get; init; }

    /// <summary>What the embeddings, what a half layer adds to the stream, and the logits are multiplied by (Granite). Default 1.</summary>
    public double EmbeddingScale { get; init; } = 1;

    public double ResidualScale { get; init; } = 1;

    public double LogitScale { get; init; } = 1;

    public double RmsNormEpsilon { get; init; } = 1e-6;

    /// <summary>How a router turns its logits into scores. Default sigmoid.</summary>
    public RouterScoring RouterScoring { get; init; }

    /// <summary>Whether a bias, balanced without a loss, takes part in the choice of experts; see <see cref="LoadBalance"/>.</summary>
    public bool SelectionBias { get; init; } = true;

    /// <summary>Groups that the experts are divided into, and how many of them a token's experts may come from. Default 1 and 1.</summary>
    public int ExpertGroups { get; init; } = 1;

    public int GroupsPerToken { get; init; } = 1;

    /// <summary>Width of the shared network; null for <see cref="SharedExperts"/> times that of an expert.</summary>
    public int? SharedIntermediateSize { get; init; }

    /// <summary>Whether a sigmoid gate weighs what the shared experts add.</summary>
    public bool GatedSharedExperts { get; init; }

    /// <summary>Weight of the balance loss that the family was trained with; see <see cref="BalanceLoss"/>. Default 0.</summary>
    public double BalanceLossWeight { get; init; }

    /// <summary>What the routed experts' weights are multiplied by.</summary>
    public double RoutedScaling { get; init; } = 1;

    /// <summary>Whether the weights of a token's experts are made to sum to one before the scaling.</summary>
    public bool NormalizeExpertWeights { get; init; } = true;

    /// <summary>
    /// Whether a learned embedding of its position is added to each token's, beside the rotary positions. DeepSeek-V3 has none, but a
    /// small model that starts from random weights finds places sooner with them: reversing four digits, reward 0.98 instead of 0.3
    /// after 175 steps. Default false.
    /// </summary>
    public bool LearnedPositions { get; init; }

    public bool TieEmbeddings { get; init; }

    /// <summary>Standard deviation of every weight matrix at the start.</summary>
    public double InitialStd { get; init; } = 0.1;

    /// <summary>
    /// Whether the projections that write into the residual stream start smaller by √(2·layers), as in GPT-2: the stream's
    /// variance then does not grow with depth.
    /// </summary>
    public bool ScaleResidualInit { get; init; } = true;

    /// <summary>
    /// How strongly attention copies at the start: 0 leaves value and output projections independent; above 0 the values are a random
    /// rotation and the outputs its inverse times this factor, so that a position begins by carrying on what it attends to. It spares a
    /// policy that learns from rewards alone the search for a copying path.
    /// </summary>
    public double CopyInit { get; init; }

    /// <summary>The longest row, prompt and completion together.</summary>
    public int MaxPositions { get; init; } = 64;

    public bool IsDense(int layer) => layer < FirstDenseLayers || (layer + 1) % SparseStep != 0;

    /// <summary>Refuses a shape that cannot be built, naming every fault at once.</summary>
    public DecoderConfig Validated()
    {
        var faults = Faults().ToList();
        return faults.Count == 0 ? this : throw new ArgumentException($"The decoder cannot be built: {string.Join("; ", faults)}.");
    }

    private IEnumerable<string> Faults()
    {
        foreach (var (name, value, least) in Sizes())
        {
            if (value < least)
                yield return $"{name} is {value}, the least is {least}";
        }

        if (KeyValueHeads > 0 && Heads % KeyValueHeads != 0)
            yield return $"{nameof(Heads)} ({Heads}) is no multiple of {nameof(KeyValueHeads)} ({KeyValueHeads})";
        if (HeadSize % 2 != 0)
            yield return $"{nameof(HeadSize)} is {HeadSize}: rotary positions need an even number";
        if (CopyInit != 0 && (!(CopyInit > 0) || Heads * HeadSize != HiddenSize || KeyValueHeads != Heads))
            yield return $"{nameof(CopyInit)} needs as many key/value heads as heads, heads as wide as the model together, and a factor above 0";
        if (FirstDenseLayers < Layers && ExpertsPerToken > Experts)
            yield return $"{nameof(ExpertsPerToken)} ({ExpertsPerToken}) exceeds {nameof(Experts)} ({Experts})";
        if (ExpertGroups > 1 && (Experts % ExpertGroups != 0 || GroupsPerToken > ExpertGroups || Experts / ExpertGroups * GroupsPerToken < ExpertsPerToken))
            yield return $"{GroupsPerToken} of {ExpertGroups} groups of {Experts} experts cannot give a token {ExpertsPerToken}";
        if (GatedSharedExperts && SharedExperts < 1)
            yield return $"{nameof(GatedSharedExperts)} needs a shared expert";
        if (Latent is { } latent && (latent.KeyValueRank < 1 || latent.ValueSize < 1 || latent.RotarySize % 2 != 0 || latent.RotarySize is < 2 || latent.RotarySize >= HeadSize))
            yield return $"{nameof(Latent)} is {latent}: its rotary part is even and smaller than a head of {HeadSize}";
        if (!(RopeTheta > 1) || !(RmsNormEpsilon > 0) || !(RoutedScaling > 0) || !(InitialStd > 0))
            yield return $"{nameof(RopeTheta)} must exceed 1; {nameof(RmsNormEpsilon)}, {nameof(RoutedScaling)} and {nameof(InitialStd)} must exceed 0";
    }

    private IEnumerable<(string Name, int Value, int Least)> Sizes()
    {
        yield return (nameof(VocabularySize), VocabularySize, 1);
        yield return (nameof(HiddenSize), HiddenSize, 1);
        yield return (nameof(Layers), Layers, 1);
        yield return (nameof(Heads), Heads, 1);
        yield return (nameof(KeyValueHeads), KeyValueHeads, 1);
        yield return (nameof(HeadSize), HeadSize, 2);
        yield return (nameof(FirstDenseLayers), FirstDenseLayers, 0);
        yield return (nameof(MaxPositions), MaxPositions, 1);
        yield return (nameof(SparseStep), SparseStep, 1);
        yield return (nameof(ExpertGroups), ExpertGroups, 1);
        yield return (nameof(GroupsPerToken), GroupsPerToken, 1);
        if (FirstDenseLayers > 0)
            yield return (nameof(DenseIntermediateSize), DenseIntermediateSize, 1);
        if (FirstDenseLayers >= Layers)
            yield break;

        yield return (nameof(Experts), Experts, 1);
        yield return (nameof(ExpertsPerToken), ExpertsPerToken, 1);
        yield return (nameof(ExpertIntermediateSize), ExpertIntermediateSize, 1);
        yield return (nameof(SharedExperts), SharedExperts, 0);
    }
}
