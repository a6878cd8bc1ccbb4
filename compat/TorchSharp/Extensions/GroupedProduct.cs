using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// One matrix product per group of rows, the groups lying one after the other: a single kernel where libtorch has one for the type,
/// without asking the device where a group ends; a product per group where not.
/// </summary>
public static class GroupedProduct
{
    /// <summary>Whether there is a kernel for tensors of this kind.</summary>
    public static bool IsFused(Tensor like) => like.dtype == ScalarType.BFloat16 && like.is_cuda && Aten._grouped_mm.Exists;

    // rows [M, K], ends [G] int32 where each group's rows end, matrices [G, K, N] → [M, N]
    public static Tensor Of(Tensor rows, Tensor matrices, Tensor ends)
    {
        if (IsFused(rows)) return Aten._grouped_mm.Call(rows, matrices, ends);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(cat([.. Groups(ends).Select((group, i) => rows.narrow(0, group.Start, group.Length).mm(matrices.select(0, i)))]));
    }

    // left [M, K], right [M, N] → [G, K, N], for each group the sum over its rows
    public static Tensor Outer(Tensor left, Tensor right, Tensor ends)
    {
        if (IsFused(left)) return Aten._grouped_mm.Call(left.t(), right, ends);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(stack(Groups(ends).Select(group =>
            left.narrow(0, group.Start, group.Length).t().mm(right.narrow(0, group.Start, group.Length)))));
    }

    private static IEnumerable<(long Start, long Length)> Groups(Tensor ends)
    {
        var start = 0L;
        foreach (var end in ends.cpu().data<int>().ToArray())
        {
            yield return (start, end - start);
            start = end;
        }
    }
}
