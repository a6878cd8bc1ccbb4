using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator _local_scalar_dense = new("_local_scalar_dense");
    internal static readonly Operator arange_start_step = new("arange", "start_step");
    internal static readonly Operator empty_memory_format = new("empty", "memory_format");
    internal static readonly Operator equal = new("equal");
    internal static readonly Operator eye_m = new("eye", "m");
    internal static readonly Operator full = new("full");
    internal static readonly Operator index_Tensor = new("index", "Tensor");
    internal static readonly Operator index_put_ = new("index_put_");
    internal static readonly Operator linspace = new("linspace");
    internal static readonly Operator rsub_Scalar = new("rsub", "Scalar");
    internal static readonly Operator ones = new("ones");
    internal static readonly Operator rand_generator = new("rand", "generator");
    internal static readonly Operator randint_low_generator = new("randint", "low_generator");
    internal static readonly Operator randn_generator = new("randn", "generator");
    internal static readonly Operator randperm_generator = new("randperm", "generator");
    internal static readonly Operator zeros = new("zeros");
}
