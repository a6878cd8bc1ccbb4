using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    // Newer than libtorch 1.13, so that whoever calls one has another way.
    internal static readonly Operator _fused_adamw_ = new("_fused_adamw_");
    internal static readonly Operator _grouped_mm = new("_grouped_mm");
    internal static readonly Operator rms_norm = new("rms_norm");
    internal static readonly Operator scaled_dot_product_attention = new("scaled_dot_product_attention");
}
