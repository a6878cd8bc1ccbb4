using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator bernoulli = new("bernoulli");
    internal static readonly Operator bernoulli__float = new("bernoulli_", "float");
    internal static readonly Operator copy_ = new("copy_");
    internal static readonly Operator exponential_ = new("exponential_");
    internal static readonly Operator fill__Scalar = new("fill_", "Scalar");
    internal static readonly Operator multinomial = new("multinomial");
    internal static readonly Operator normal_ = new("normal_");
    internal static readonly Operator random__from = new("random_", "from");
    internal static readonly Operator set__source_Tensor = new("set_", "source_Tensor");
    internal static readonly Operator uniform_ = new("uniform_");
    internal static readonly Operator zero_ = new("zero_");
}
