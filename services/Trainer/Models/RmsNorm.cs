using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>x / √(mean(x²) + ε) · weight, over the last dimension (arXiv 1910.07467).</summary>
internal sealed record RmsNorm(Tensor Weight, double Epsilon)
{
    public Tensor Apply(Tensor x) => x * x.square().mean([-1], keepdim: true).add_(Epsilon).rsqrt() * Weight;
}
