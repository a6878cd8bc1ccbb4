using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>The two ways to compute a routed layer, chosen between by how many tokens there are.</summary>
internal sealed record AdaptiveExperts(DecoderConfig Config, DenseExperts Dense, GroupedExperts Grouped) : IFusedFeedForward
{
    public Tensor Apply(Tensor x, ForwardPass pass) => ExpertPaths.Wasteful(Config, x.shape[0]) ? Grouped.Apply(x, pass) : Dense.Apply(x, pass);
}
