using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>softmax(q·k + bias)·v. Heads of one group are treated as further query columns, so that keys and values are never repeated.</summary>
internal static class GroupedHeads
{
    // queries [B, T, groups·perGroup, size], already scaled; keys [B, groups, S, size], values [B, groups, S, valueSize]
    // → [B·T, groups·perGroup·valueSize]
    public static Tensor Attend(Tensor queries, Tensor keys, Tensor values, ForwardPass pass)
    {
        if (FusedAttention.Exists)
            return Fused(queries, keys, values, pass);

        long rows = pass.Rows, columns = pass.Columns, seen = keys.shape[2];
        long groups = keys.shape[1], perGroup = queries.shape[2] / groups, size = queries.shape[3], valueSize = values.shape[3];
        var grouped = queries.view(rows, columns, groups, perGroup, size).permute(0, 2, 3, 1, 4)
            .reshape(rows, groups, perGroup * columns, size);
        var scores = grouped.matmul(keys.transpose(2, 3)); // [B, groups, perGroup·T, S]
        if (pass.AttentionBias is { } bias)
            scores = (scores.view(rows, groups, perGroup, columns, seen) + bias).view(rows, groups, perGroup * columns, seen);
        var weights = scores.softmax(-1); // fp32 where a bias was added
        return (weights.dtype == values.dtype ? weights : weights.to(values.dtype)).matmul(values) // [B, groups, perGroup·T, valueSize]
            .view(rows, groups, perGroup, columns, valueSize).permute(0, 3, 1, 2, 4)
            .reshape(rows * columns, groups * perGroup * valueSize);
    }

    private static Tensor Fused(Tensor queries, Tensor keys, Tensor values, ForwardPass pass) =>
        FusedAttention.Of(queries.transpose(1, 2), keys, values, pass.AttentionBias?.squeeze(1).to(queries.dtype), pass.Causal, 1)
            .transpose(1, 2).reshape(queries.shape[0] * queries.shape[1], -1);
}
