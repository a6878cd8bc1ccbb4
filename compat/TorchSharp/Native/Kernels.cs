using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The shim's own kernels: there where it was built with CUDA's compiler.</summary>
internal static class Kernels
{
    private const int Lanes = 8;

    internal static readonly Operator gathered_sum = new("judges::gathered_sum");
    internal static readonly Operator silu_product = new("judges::silu_product");
    internal static readonly Operator silu_product_backward = new("judges::silu_product_backward");
    internal static readonly Operator spread = new("judges::spread");

    /// <summary>Whether they take rows like these.</summary>
    internal static bool Take(Tensor rows) =>
        rows.dtype == ScalarType.BFloat16 && rows.is_cuda && gathered_sum.Exists && rows.dim() == 2 && rows.shape[1] % (2 * Lanes) == 0 && rows.is_contiguous();
}
