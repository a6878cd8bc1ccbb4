using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>The first half of a layer: one of the kinds of attention.</summary>
internal interface IAttention
{
    IFusedAttention Fuse();
}

/// <summary>The same, ready to run.</summary>
internal interface IFusedAttention
{
    // x [B·T, d] → [B·T, d]
    Tensor Apply(Tensor x, ForwardPass pass);
}
