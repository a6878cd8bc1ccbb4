using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Rows of tokens padded to one width. Padding on the left is hidden from attention; on the right causality hides it.</summary>
/// <param name="Tokens">[B, T] int64</param>
/// <param name="Visible">[B, T], 1 for a token and 0 for padding on either side; null when there is none</param>
/// <param name="LeftPadding">[B, 1, 1, 1, T], 0 for what may be seen and <see cref="Hidden"/> for padding on the left; null when there is none</param>
/// <param name="Starts">[B] the column of each row's first token; null when all begin in column 0</param>
internal sealed record PaddedRows(Tensor Tokens, Tensor? Visible, Tensor? LeftPadding, IReadOnlyList<int>? Starts)
{
    // Finite: a row of padding sees nothing, and a softmax over −∞ alone would spread NaN through the gradients.
    public const float Hidden = -1e30f;

    public int Rows => (int)Tokens.shape[0];

    public int Columns => (int)Tokens.shape[1];

    public static PaddedRows Unpadded(Tensor tokens) => new(tokens, null, null, null);

    /// <summary>Packs rows whose first <paramref name="starts"/>[i] columns and those from <paramref name="ends"/>[i] on are padding.</summary>
    public static PaddedRows Pack(long[] tokens, int columns, IReadOnlyList<int> starts, IReadOnlyList<int> ends)
    {
        var rows = starts.Count;
        var visible = new float[rows * columns];
        for (var row = 0; row < rows; row++)
            visible.AsSpan(row * columns + starts[row], ends[row] - starts[row]).Fill(1);
        return new(
            tensor(tokens).view(rows, columns),
            visible.Contains(0) ? tensor(visible).view(rows, columns) : null,
            LeftPaddingBias(columns, starts),
            starts);
    }

    /// <summary>[B, 1, 1, 1, columns], or null where no row starts late.</summary>
    public static Tensor? LeftPaddingBias(int columns, IReadOnlyList<int> starts)
    {
        if (starts.All(static start => start == 0))
            return null;

        var bias = new float[starts.Count * columns];
        for (var row = 0; row < starts.Count; row++)
            bias.AsSpan(row * columns, starts[row]).Fill(Hidden);
        return tensor(bias).view(starts.Count, 1, 1, 1, columns);
    }
}
