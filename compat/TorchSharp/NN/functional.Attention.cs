using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <remarks>Attention.</remarks>
        public static partial class functional
        {
            /// <summary>softmax(q·kᵀ/√d + mask)·v: one fused operator where libtorch has it, the formula where not.</summary>
            /// <remarks>A mask of type bool is true where a key is seen, any other is added to the scores; causal means keys up to the query's own position.</remarks>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null) throw new ArgumentException("A causal attention takes no mask of its own.");
                return Aten.scaled_dot_product_attention.Exists
                    ? Aten.scaled_dot_product_attention.Call(query, key, value, attn_mask, p, is_casual)
                    : Attend(query, key, value, attn_mask, p, is_casual);
            }

            private static Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                using var scope = NewDisposeScope();
                var scores = query.mul(1 / Math.Sqrt(query.size(-1))).matmul(key.transpose(-2, -1));   // [..., T, S]
                if (causal) mask = ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).tril();
                if (mask is not null) scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores.add(mask);
                var weights = scores.softmax(-1);
                if (p > 0) weights = dropout(weights, p);
                return scope.MoveToOuter(weights.matmul(value));
            }
        }
    }
}
