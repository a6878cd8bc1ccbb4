using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator block_diag = new("block_diag");
    internal static readonly Operator cat = new("cat");
    internal static readonly Operator einsum = new("einsum");
    internal static readonly Operator hstack = new("hstack");
    internal static readonly Operator meshgrid_indexing = new("meshgrid", "indexing");
    internal static readonly Operator searchsorted_Tensor = new("searchsorted", "Tensor");
    internal static readonly Operator stack = new("stack");
    internal static readonly Operator vstack = new("vstack");
    internal static readonly Operator where = new("where");
}
