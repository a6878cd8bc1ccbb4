using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator alias = new("alias");
    internal static readonly Operator clone = new("clone");
    internal static readonly Operator contiguous = new("contiguous");
    internal static readonly Operator detach = new("detach");
    internal static readonly Operator detach_ = new("detach_");
    internal static readonly Operator to_dtype_layout = new("to", "dtype_layout");
}
