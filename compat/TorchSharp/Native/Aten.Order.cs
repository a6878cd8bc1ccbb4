using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator amax = new("amax");
    internal static readonly Operator amin = new("amin");
    internal static readonly Operator argmax = new("argmax");
    internal static readonly Operator argmin = new("argmin");
    internal static readonly Operator argsort = new("argsort");
    internal static readonly Operator bincount = new("bincount");
    internal static readonly Operator cummax = new("cummax");
    internal static readonly Operator histc = new("histc");
    internal static readonly Operator max = new("max");
    internal static readonly Operator max_dim = new("max", "dim");
    internal static readonly Operator max_other = new("max", "other");
    internal static readonly Operator median = new("median");
    internal static readonly Operator min = new("min");
    internal static readonly Operator min_dim = new("min", "dim");
    internal static readonly Operator min_other = new("min", "other");
    internal static readonly Operator quantile = new("quantile");
    internal static readonly Operator sort_stable = new("sort", "stable");
    internal static readonly Operator topk = new("topk");
}
