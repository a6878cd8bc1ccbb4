using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>x / √(mean(x²) + ε) · weight (arXiv 1910.07467): one operator where libtorch has it, the formula where not.</summary>
public static class RmsNorm
{
    /// <summary>Over as many of the last dimensions as the weight has, those of size one at its front left out.</summary>
    public static Tensor Of(Tensor x, Tensor weight, double epsilon)
    {
        long[] over = [.. weight.shape[..^1].SkipWhile(static size => size == 1), weight.shape[^1]];
        return Aten.rms_norm.Exists ? Aten.rms_norm.Call(x, over, weight.view(over), epsilon)
            : x.dtype is ScalarType.BFloat16 or ScalarType.Float16 ? Formula(x.to(ScalarType.Float32), weight, epsilon, over.Length).to(x.dtype)
            : Formula(x, weight, epsilon, over.Length);
    }

    private static Tensor Formula(Tensor x, Tensor weight, double epsilon, int over) =>
        x * x.square().mean([.. Enumerable.Range(-over, over).Select(static dimension => (long)dimension)], keepdim: true).add_(epsilon).rsqrt() * weight;
}
