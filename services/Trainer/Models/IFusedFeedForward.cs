using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>The second half of a layer, ready to run.</summary>
internal interface IFusedFeedForward
{
    // x [N, d] → [N, d]
    Tensor Apply(Tensor x, ForwardPass pass);
}
