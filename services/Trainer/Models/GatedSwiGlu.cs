using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>A shared expert that a sigmoid weighs, token by token (Qwen2-MoE): sigmoid(w·x) · expert(x), w as [d, 1].</summary>
internal sealed record GatedSwiGlu(SwiGlu Expert, Tensor Gate) : IFusedFeedForward
{
    public Tensor Apply(Tensor x, ForwardPass pass) => Expert.Apply(x) * x.mm(Gate).sigmoid();
}
