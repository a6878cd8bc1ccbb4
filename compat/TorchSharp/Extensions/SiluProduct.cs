using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>silu(gate) · up (arXiv 2002.05202), gate and up being the halves of one tensor, with its derivative written out.</summary>
public static class SiluProduct
{
    // gateUp [M, 2I] → [M, I]
    public static Tensor Of(Tensor gateUp)
    {
        if (Kernels.Take(gateUp)) return Kernels.silu_product.Call(gateUp);
        var halves = gateUp.chunk(2, -1);
        return nn.functional.silu(halves[0]).mul_(halves[1]);
    }

    /// <summary>The backward pass of weight · silu(gate) · up.</summary>
    /// <param name="gradient">[M, I] of the weighted product</param>
    /// <param name="gateUp">[M, 2I]</param>
    /// <param name="weights">[M, 1]</param>
    /// <returns>the gradient of gateUp, that of the weights [M], and the weighted product itself</returns>
    public static (Tensor GateUp, Tensor Weights, Tensor Product) Backward(Tensor gradient, Tensor gateUp, Tensor weights)
    {
        if (Kernels.Take(gateUp)) return Kernels.silu_product_backward.CallThree(gradient, gateUp, weights);
        using var scope = NewDisposeScope();
        var halves = gateUp.chunk(2, -1);
        var active = nn.functional.silu(halves[0]);
        var product = active * halves[1];
        var weightGradient = (gradient * product).sum(-1);
        var inner = gradient * weights; // of the product without its weight
        var gateUpGradient = empty_like(gateUp);
        var into = gateUpGradient.chunk(2, -1);
        into[0].copy_(Aten.silu_backward.Call(inner * halves[1], halves[0]));
        into[1].copy_(active.mul_(inner));
        return scope.MoveToOuter(gateUpGradient, weightGradient, product.mul_(weights));
    }
}
