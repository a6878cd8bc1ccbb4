using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>softmax(scale · q·kᵀ + mask)·v as one operator, with what TorchSharp's own leaves out: the scale, and fewer heads of keys than of queries.</summary>
public static class FusedAttention
{
    private const int ArityWithScale = 7;
    private const int ArityWithGroups = 8;

    /// <summary>Whether this libtorch has the operator, scale included (2.1 and later).</summary>
    public static bool Exists => Aten.scaled_dot_product_attention.Exists && Aten.scaled_dot_product_attention.Arity >= ArityWithScale;

    // queries [B, heads, T, size], keys [B, groups, S, size], values [B, groups, S, valueSize], mask as TorchSharp's → [B, heads, T, valueSize]
    public static Tensor Of(Tensor queries, Tensor keys, Tensor values, Tensor? mask, bool causal, double scale)
    {
        var perGroup = queries.shape[1] / keys.shape[1];
        if (perGroup == 1) return Aten.scaled_dot_product_attention.Call(queries, keys, values, mask, 0.0, causal, scale);
        return Aten.scaled_dot_product_attention.Arity >= ArityWithGroups
            ? Aten.scaled_dot_product_attention.Call(queries, keys, values, mask, 0.0, causal, scale, true)
            : Aten.scaled_dot_product_attention.Call(queries, keys.repeat_interleave(perGroup, 1), values.repeat_interleave(perGroup, 1), mask, 0.0, causal, scale);
    }
}
