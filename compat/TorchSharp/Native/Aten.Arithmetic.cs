using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator add_Scalar = new("add", "Scalar");
    internal static readonly Operator add_Tensor = new("add", "Tensor");
    internal static readonly Operator add__Scalar = new("add_", "Scalar");
    internal static readonly Operator add__Tensor = new("add_", "Tensor");
    internal static readonly Operator addcdiv = new("addcdiv");
    internal static readonly Operator addcdiv_ = new("addcdiv_");
    internal static readonly Operator addcmul = new("addcmul");
    internal static readonly Operator addcmul_ = new("addcmul_");
    internal static readonly Operator atan2 = new("atan2");
    internal static readonly Operator div_Scalar = new("div", "Scalar");
    internal static readonly Operator div_Scalar_mode = new("div", "Scalar_mode");
    internal static readonly Operator div_Tensor = new("div", "Tensor");
    internal static readonly Operator div_Tensor_mode = new("div", "Tensor_mode");
    internal static readonly Operator div__Scalar = new("div_", "Scalar");
    internal static readonly Operator div__Scalar_mode = new("div_", "Scalar_mode");
    internal static readonly Operator div__Tensor = new("div_", "Tensor");
    internal static readonly Operator div__Tensor_mode = new("div_", "Tensor_mode");
    internal static readonly Operator floor_divide = new("floor_divide");
    internal static readonly Operator floor_divide_Scalar = new("floor_divide", "Scalar");
    internal static readonly Operator fmax = new("fmax");
    internal static readonly Operator fmin = new("fmin");
    internal static readonly Operator fmod_Scalar = new("fmod", "Scalar");
    internal static readonly Operator fmod_Tensor = new("fmod", "Tensor");
    internal static readonly Operator lerp_Tensor = new("lerp", "Tensor");
    internal static readonly Operator lerp__Tensor = new("lerp_", "Tensor");
    internal static readonly Operator logaddexp = new("logaddexp");
    internal static readonly Operator maximum = new("maximum");
    internal static readonly Operator minimum = new("minimum");
    internal static readonly Operator mul_Scalar = new("mul", "Scalar");
    internal static readonly Operator mul_Tensor = new("mul", "Tensor");
    internal static readonly Operator mul__Scalar = new("mul_", "Scalar");
    internal static readonly Operator mul__Tensor = new("mul_", "Tensor");
    internal static readonly Operator pow_Tensor_Scalar = new("pow", "Tensor_Scalar");
    internal static readonly Operator pow_Tensor_Tensor = new("pow", "Tensor_Tensor");
    internal static readonly Operator pow__Scalar = new("pow_", "Scalar");
    internal static readonly Operator pow__Tensor = new("pow_", "Tensor");
    internal static readonly Operator remainder_Scalar = new("remainder", "Scalar");
    internal static readonly Operator remainder_Tensor = new("remainder", "Tensor");
    internal static readonly Operator remainder__Scalar = new("remainder_", "Scalar");
    internal static readonly Operator remainder__Tensor = new("remainder_", "Tensor");
    internal static readonly Operator sub_Scalar = new("sub", "Scalar");
    internal static readonly Operator sub_Tensor = new("sub", "Tensor");
    internal static readonly Operator sub__Scalar = new("sub_", "Scalar");
    internal static readonly Operator sub__Tensor = new("sub_", "Tensor");
}
