using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator as_strided = new("as_strided");
    internal static readonly Operator broadcast_to = new("broadcast_to");
    internal static readonly Operator expand = new("expand");
    internal static readonly Operator flatten_using_ints = new("flatten", "using_ints");
    internal static readonly Operator flip = new("flip");
    internal static readonly Operator movedim_intlist = new("movedim", "intlist");
    internal static readonly Operator numpy_T = new("numpy_T");
    internal static readonly Operator permute = new("permute");
    internal static readonly Operator ravel = new("ravel");
    internal static readonly Operator repeat = new("repeat");
    internal static readonly Operator repeat_interleave_self_Tensor = new("repeat_interleave", "self_Tensor");
    internal static readonly Operator repeat_interleave_self_int = new("repeat_interleave", "self_int");
    internal static readonly Operator reshape = new("reshape");
    internal static readonly Operator roll = new("roll");
    internal static readonly Operator squeeze = new("squeeze");
    internal static readonly Operator squeeze_dim = new("squeeze", "dim");
    internal static readonly Operator squeeze_ = new("squeeze_");
    internal static readonly Operator squeeze__dim = new("squeeze_", "dim");
    internal static readonly Operator t = new("t");
    internal static readonly Operator tile = new("tile");
    internal static readonly Operator transpose_int = new("transpose", "int");
    internal static readonly Operator transpose_ = new("transpose_");
    internal static readonly Operator unfold = new("unfold");
    internal static readonly Operator unsqueeze = new("unsqueeze");
    internal static readonly Operator unsqueeze_ = new("unsqueeze_");
    internal static readonly Operator view = new("view");
}
