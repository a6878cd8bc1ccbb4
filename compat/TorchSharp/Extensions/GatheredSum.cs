using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>Sums of chosen rows in one pass over them, in a fixed order: what gathering and summing do in two.</summary>
public static class GatheredSum
{
    // rows [M, d], places [N, k] int64, weights [N, k] of the rows' type or null → [N, d]; without gradient
    public static Tensor Of(Tensor rows, Tensor places, Tensor? weights = null)
    {
        if (Kernels.Take(rows)) return Kernels.gathered_sum.Call(rows, places, weights);
        using var scope = NewDisposeScope();
        var (sums, each) = (places.shape[0], places.shape[1]);
        var starts = arange(0, sums * each, each, ScalarType.Int64, places.device);
        return scope.MoveToOuter(Aten._embedding_bag_forward_only.CallFirst(
            rows, places.reshape(-1), starts, false, 0L, false, weights?.reshape(-1)));
    }
}
