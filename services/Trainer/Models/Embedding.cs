using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>What enters the first layer: a vector per token, and one per position where those are learned.</summary>
/// <param name="Tokens">[V, d]</param>
/// <param name="Positions">[maxPositions, d], or null</param>
internal sealed record Embedding(Tensor Tokens, Tensor? Positions)
{
    // → [B·T, d]; the batch's first column is column number `column` of its rows
    public Tensor Apply(PaddedRows batch, int column)
    {
        var tokens = Tokens.index_select(0, batch.Tokens.view(-1));
        if (Positions is null)
            return tokens;
        if (batch.LeftPadding is null || batch.Starts is null)
            return (tokens.view(batch.Rows, batch.Columns, -1) + Positions.narrow(0, column, batch.Columns)).view(tokens.shape);

        var indices = new long[batch.Rows * batch.Columns];
        for (var i = 0; i < indices.Length; i++)
            indices[i] = Math.Max(0, column + i % batch.Columns - batch.Starts[i / batch.Columns]); // a row's positions count from its first token
        return tokens + Positions.index_select(0, tensor(indices));
    }
}
