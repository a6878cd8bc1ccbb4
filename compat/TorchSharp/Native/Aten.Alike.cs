using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator empty_like = new("empty_like");
    internal static readonly Operator full_like = new("full_like");
    internal static readonly Operator new_empty = new("new_empty");
    internal static readonly Operator new_full = new("new_full");
    internal static readonly Operator new_ones = new("new_ones");
    internal static readonly Operator new_zeros = new("new_zeros");
    internal static readonly Operator ones_like = new("ones_like");
    internal static readonly Operator rand_like = new("rand_like");
    internal static readonly Operator randn_like = new("randn_like");
    internal static readonly Operator zeros_like = new("zeros_like");
}
