using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Routed experts beside shared ones (DeepSeekMoE, arXiv 2401.06066): y = Σ weight·expert(x) + shared(x).</summary>
internal sealed class MixtureOfExperts
{
    private readonly DecoderConfig _config;
    private readonly Tensor _router;
    private readonly Tensor _gateUp; // [E, 2I, d]
    private readonly Tensor _down; // [E, d, I]
    private readonly FeedForward? _shared;
    private readonly Tensor? _sharedGate; // [1, d]

    public MixtureOfExperts(DecoderConfig config, ParameterSet parameters, string prefix, double outputStd)
    {
        long experts = config.Experts, width = config.ExpertIntermediateSize, hidden = config.HiddenSize;
        _config = config;
        _router = parameters.Normal($"{prefix}.gate.weight", config.InitialStd, experts, hidden);
        if (config.SelectionBias)
            Bias = parameters.Buffer($"{prefix}.gate.e_score_correction_bias", experts);
        _gateUp = parameters.Normal($"{prefix}.experts.gate_up_proj", config.InitialStd, experts, 2 * width, hidden);
        _down = parameters.Normal($"{prefix}.experts.down_proj", outputStd, experts, hidden, width);
        _shared = config.SharedExperts == 0
            ? null
            : new FeedForward(config, parameters, $"{prefix}.shared_experts", config.SharedIntermediateSize ?? config.SharedExperts * width, outputStd);
        if (config.GatedSharedExperts)
            _sharedGate = parameters.Normal($"{prefix}.shared_expert_gate.weight", config.InitialStd, 1, hidden);
    }

    /// <summary>[E]; see <see cref="LoadBalance"/>. Null where the router has none.</summary>
    public Tensor? Bias { get; }

    public IFusedFeedForward Fuse(ExpertPath path)
    {
        var router = new Router(_router.t(), Bias, _config.ExpertsPerToken, _config.NormalizeExpertWeights, _config.RoutedScaling)
        {
            Scoring = _config.RouterScoring,
            Groups = _config.ExpertGroups,
            GroupsPerToken = _config.GroupsPerToken,
        };
        var shared = FuseShared();
        if (SortedExperts.IsFused(_gateUp))
            return new SortedExperts(router, _gateUp, _down, shared);

        return path switch
        {
            ExpertPath.Dense => Dense(),
            ExpertPath.Grouped => Grouped(),
            _ => new AdaptiveExperts(_config, Dense(), Grouped()),
        };

        DenseExperts Dense() => DenseExperts.Fuse(router, _gateUp, _down, shared);
        GroupedExperts Grouped() => GroupedExperts.Fuse(router, _gateUp, _down, shared);
    }

    private IFusedFeedForward? FuseShared() => _sharedGate is null ? _shared?.Fuse() : new GatedSwiGlu(_shared!.Fuse(), _sharedGate.t());
}
