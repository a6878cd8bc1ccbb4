using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator chunk = new("chunk");
    internal static readonly Operator narrow = new("narrow");
    internal static readonly Operator select_int = new("select", "int");
    internal static readonly Operator slice_Tensor = new("slice", "Tensor");
    internal static readonly Operator split_Tensor = new("split", "Tensor");
    internal static readonly Operator split_with_sizes = new("split_with_sizes");
    internal static readonly Operator tensor_split_sections = new("tensor_split", "sections");
    internal static readonly Operator unbind_int = new("unbind", "int");
}
