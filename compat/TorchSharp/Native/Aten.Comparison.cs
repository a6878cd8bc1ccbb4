using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator bitwise_and_Tensor = new("bitwise_and", "Tensor");
    internal static readonly Operator bitwise_not = new("bitwise_not");
    internal static readonly Operator bitwise_or_Tensor = new("bitwise_or", "Tensor");
    internal static readonly Operator bitwise_xor_Tensor = new("bitwise_xor", "Tensor");
    internal static readonly Operator eq_Scalar = new("eq", "Scalar");
    internal static readonly Operator eq_Tensor = new("eq", "Tensor");
    internal static readonly Operator ge_Scalar = new("ge", "Scalar");
    internal static readonly Operator ge_Tensor = new("ge", "Tensor");
    internal static readonly Operator gt_Scalar = new("gt", "Scalar");
    internal static readonly Operator gt_Tensor = new("gt", "Tensor");
    internal static readonly Operator isclose = new("isclose");
    internal static readonly Operator isfinite = new("isfinite");
    internal static readonly Operator isin_Tensor_Tensor = new("isin", "Tensor_Tensor");
    internal static readonly Operator isinf = new("isinf");
    internal static readonly Operator isnan = new("isnan");
    internal static readonly Operator le_Scalar = new("le", "Scalar");
    internal static readonly Operator le_Tensor = new("le", "Tensor");
    internal static readonly Operator logical_and = new("logical_and");
    internal static readonly Operator logical_and_ = new("logical_and_");
    internal static readonly Operator logical_not = new("logical_not");
    internal static readonly Operator logical_not_ = new("logical_not_");
    internal static readonly Operator logical_or = new("logical_or");
    internal static readonly Operator logical_or_ = new("logical_or_");
    internal static readonly Operator logical_xor = new("logical_xor");
    internal static readonly Operator lt_Scalar = new("lt", "Scalar");
    internal static readonly Operator lt_Tensor = new("lt", "Tensor");
    internal static readonly Operator ne_Scalar = new("ne", "Scalar");
    internal static readonly Operator ne_Tensor = new("ne", "Tensor");
}
