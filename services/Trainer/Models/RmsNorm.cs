using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>x / √(mean(x²) + ε) · weight, over the last dimension (arXiv 1910.07467).</summary>
internal sealed record RmsNorm(Tensor Weight, double Epsilon)
{
    public Tensor Apply(Tensor x) => TorchSharp.Extensions.RmsNorm.Of(x, Weight, Epsilon);
}
