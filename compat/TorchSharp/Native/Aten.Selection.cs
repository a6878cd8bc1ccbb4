using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator argwhere = new("argwhere");
    internal static readonly Operator bucketize_Tensor = new("bucketize", "Tensor");
    internal static readonly Operator diag = new("diag");
    internal static readonly Operator diagonal = new("diagonal");
    internal static readonly Operator gather = new("gather");
    internal static readonly Operator index_add = new("index_add");
    internal static readonly Operator index_add_ = new("index_add_");
    internal static readonly Operator index_copy = new("index_copy");
    internal static readonly Operator index_copy_ = new("index_copy_");
    internal static readonly Operator index_fill_int_Scalar = new("index_fill", "int_Scalar");
    internal static readonly Operator index_fill__int_Scalar = new("index_fill_", "int_Scalar");
    internal static readonly Operator index_select = new("index_select");
    internal static readonly Operator masked_fill_Scalar = new("masked_fill", "Scalar");
    internal static readonly Operator masked_fill__Scalar = new("masked_fill_", "Scalar");
    internal static readonly Operator masked_scatter = new("masked_scatter");
    internal static readonly Operator masked_scatter_ = new("masked_scatter_");
    internal static readonly Operator masked_select = new("masked_select");
    internal static readonly Operator nonzero = new("nonzero");
    internal static readonly Operator scatter_src = new("scatter", "src");
    internal static readonly Operator scatter__src = new("scatter_", "src");
    internal static readonly Operator scatter_add = new("scatter_add");
    internal static readonly Operator scatter_add_ = new("scatter_add_");
    internal static readonly Operator take = new("take");
    internal static readonly Operator take_along_dim = new("take_along_dim");
    internal static readonly Operator tril = new("tril");
    internal static readonly Operator tril_ = new("tril_");
    internal static readonly Operator triu = new("triu");
    internal static readonly Operator triu_ = new("triu_");
    internal static readonly Operator where_self = new("where", "self");
}
