using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>Rows repeated in a given order.</summary>
public static class Spread
{
    // x [N, d], choices [M] int64, of which each row has so many → [M, d], row choices[m] / each at place m
    public static Tensor Of(Tensor x, Tensor choices, long each)
    {
        if (Kernels.Take(x)) return Kernels.spread.Call(x, choices, each);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(x.index_select(0, choices.div(each, RoundingMode.floor)));
    }
}
