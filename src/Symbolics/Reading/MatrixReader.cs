namespace Symbolics;

/// <summary>The cells between \begin{…} and \end{…}, each a scalar expression.</summary>
internal static class MatrixReader
{
    /// <summary>Reads the environment that starts at a token and moves behind it; null when a cell is no scalar.</summary>
    public static List<IReadOnlyList<Expr>>? Cells(List<Token> tokens, ref int at, int to, WorkBudget budget)
    {
        if (Place(tokens, at, to) is not var (first, last, end))
            return null;
        var rows = new List<IReadOnlyList<Expr>>();
        foreach (var row in Ranges(tokens, first, last, @"\\"))
        {
            var cells = new List<Expr>();
            foreach (var cell in Ranges(tokens, row.From, row.To, "&"))
            {
                if (ExpressionParser.Parse(tokens, cell.From, cell.To, budget) is not { } item)
                    return null;
                cells.Add(item);
            }
            if (cells.Count > 0)
                rows.Add(cells);
        }
        at = end;
        return rows.Count > 0 ? rows : null;
    }

    /// <summary>Where the inside starts and ends, and where the environment ends.</summary>
    public static (int First, int Last, int End)? Place(List<Token> tokens, int at, int to)
    {
        if (at + 4 >= to || !tokens[at].IsCommand("begin") || Name(tokens, at) is null)
            return null;
        var first = at + 4;
        var depth = 1;
        for (var i = first; i < to; i++)
        {
            depth += tokens[i].IsCommand("begin") ? 1 : tokens[i].IsCommand("end") ? -1 : 0;
            if (depth == 0)
                return i + 4 <= to ? (first, i, i + 4) : null;
        }
        return null;
    }

    public static string? Name(List<Token> tokens, int at) =>
        at >= 0 && at + 3 < tokens.Count && tokens[at + 1].Is(TokenKind.Open, "{") && tokens[at + 3].Is(TokenKind.Close, "}") ? tokens[at + 2].Text : null;

    // The pieces between signs outside all brackets.
    private static IEnumerable<(int From, int To)> Ranges(List<Token> tokens, int from, int to, string sign)
    {
        var depth = 0;
        var start = from;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            depth += token.Kind is TokenKind.Open || token.IsCommand("begin") ? 1 : token.Kind is TokenKind.Close || token.IsCommand("end") ? -1 : 0;
            if (depth != 0 || !token.IsSign(sign))
                continue;
            if (i > start)
                yield return (start, i);
            start = i + 1;
        }
        if (to > start)
            yield return (start, to);
    }
}
