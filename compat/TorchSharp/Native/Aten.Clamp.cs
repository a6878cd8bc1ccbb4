using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator clamp = new("clamp");
    internal static readonly Operator clamp_Tensor = new("clamp", "Tensor");
    internal static readonly Operator clamp_ = new("clamp_");
    internal static readonly Operator clamp__Tensor = new("clamp_", "Tensor");
    internal static readonly Operator clamp_max = new("clamp_max");
    internal static readonly Operator clamp_max_ = new("clamp_max_");
    internal static readonly Operator clamp_min = new("clamp_min");
    internal static readonly Operator clamp_min_ = new("clamp_min_");
    internal static readonly Operator nan_to_num = new("nan_to_num");
}
