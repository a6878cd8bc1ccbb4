namespace Symbolics;

/// <summary>
/// Sums and products of matrices and scalars, worked out while they are read:
/// <code>
/// sum    => term ( ( "+" | "-" ) term )*
/// term   => ( scalar | matrix ( "^" ( "T" | whole number ) )* | "(" sum ")" | "*" | "×" )+
/// </code>
/// </summary>
internal static class MatrixArithmetic
{
    private const int MaxSide = 8;
    private const int MaxPower = 8;
    private const int MaxDepth = 6;

    /// <summary>The matrix that the tokens come to, or null when they are anything else.</summary>
    public static IReadOnlyList<IReadOnlyList<Expr>>? Parse(List<Token> tokens, int from, int to, WorkBudget budget, int depth = 0)
    {
        IReadOnlyList<IReadOnlyList<Expr>>? total = null;
        var start = from;
        var negative = false;
        if (depth > MaxDepth || !budget.Take(4 * (to - from)))
            return null;
        for (var i = from; i <= to; i++)
        {
            if (i < to && !(tokens[i].Kind is TokenKind.Sign && tokens[i].Text is "+" or "-"))
            {
                i = Behind(tokens, i, to) - 1;
                continue;
            }
            if (i > start)
            {
                if (Term(tokens, start, i, budget, depth) is not { } term)
                    return null;
                var signed = negative ? Scale(Number.Of(-1), term) : term;
                if (total is not null && !SameShape(total, signed))
                    return null;
                total = total is null ? signed : Each(total, signed, static (left, right) => new Sum([left, right]));
            }
            else if (i > from || i == to)
            {
                return null;
            }
            negative = i < to && tokens[i].Text is "-";
            start = i + 1;
        }
        return total;
    }

    private static IReadOnlyList<IReadOnlyList<Expr>>? Term(List<Token> tokens, int from, int to, WorkBudget budget, int depth)
    {
        IReadOnlyList<IReadOnlyList<Expr>>? product = null;
        Expr? scalar = null;
        var sign = "";
        for (var i = from; i < to;)
        {
            if (tokens[i].IsSign("*") || tokens[i].IsSign("×"))
            {
                sign = tokens[i++].Text;
                continue;
            }
            var end = Behind(tokens, i, to);
            if (Matrix(tokens, i, end, budget, depth) is { } matrix)
            {
                i = end;
                if (Powers(tokens, ref i, to, matrix, budget) is not { } power || (product is null ? power : Times(product, sign, power)) is not { } next)
                    return null;
                (product, sign) = (next, "");
                continue;
            }
            var stop = end;
            while (stop < to && !IsMatrix(tokens, stop, to))
                stop = Behind(tokens, stop, to);
            var last = tokens[stop - 1].IsSign("*") || tokens[stop - 1].IsSign("×") ? stop - 1 : stop;
            // A capital may be the name of a matrix, and matrices do not commute.
            if (ExpressionParser.Parse(tokens, i, last, budget) is not { } factor || Parts.Any(factor, static part => part is Symbol { Name: [>= 'A' and <= 'Z', ..] }))
                return null;
            scalar = scalar is null ? factor : new Product([scalar, factor]);
            (i, sign) = (stop, "");
        }
        return product is null ? null : scalar is null ? product : Scale(scalar, product);
    }

    private static IReadOnlyList<IReadOnlyList<Expr>>? Times(IReadOnlyList<IReadOnlyList<Expr>> left, string sign, IReadOnlyList<IReadOnlyList<Expr>> right) =>
        VectorProducts.Apply(left, right) ? VectorProducts.Of(left, sign, right) : left[0].Count == right.Count ? Multiply(left, right) : null;

    private static bool IsMatrix(List<Token> tokens, int at, int to)
    {
        for (var (i, end) = (at, Behind(tokens, at, to)); i < end; i++)
        {
            if (tokens[i].IsCommand("begin"))
                return tokens[at].IsCommand("begin") || tokens[at].Kind is TokenKind.Open;
        }
        return false;
    }

    // Behind the bracket or environment that starts at a token, or behind the token.
    private static int Behind(List<Token> tokens, int at, int to)
    {
        var depth = 0;
        for (var i = at; i < to; i++)
        {
            depth += tokens[i].Kind is TokenKind.Open || tokens[i].IsCommand("begin") ? 1 : tokens[i].Kind is TokenKind.Close || tokens[i].IsCommand("end") ? -1 : 0;
            if (depth <= 0)
                return tokens[i].IsCommand("end") ? Math.Min(i + 4, to) : i + 1;
        }
        return to;
    }

    private static IReadOnlyList<IReadOnlyList<Expr>>? Matrix(List<Token> tokens, int from, int to, WorkBudget budget, int depth)
    {
        if (tokens[from].IsCommand("begin"))
        {
            var at = from;
            return from + 2 < to && tokens[from + 2].Text is not ("cases" or "vmatrix") && MatrixReader.Cells(tokens, ref at, to, budget) is { } rows && at == to && IsRectangle(rows) ? rows : null;
        }
        return IsMatrix(tokens, from, to) && tokens[from].Text is "(" or "[" or "{" ? Parse(tokens, from + 1, to - 1, budget, depth + 1) : null;
    }

    private static bool IsRectangle(List<IReadOnlyList<Expr>> rows) => rows.Count <= MaxSide && rows[0].Count <= MaxSide && rows.TrueForAll(row => row.Count == rows[0].Count);

    private static IReadOnlyList<IReadOnlyList<Expr>>? Powers(List<Token> tokens, ref int at, int to, IReadOnlyList<IReadOnlyList<Expr>> matrix, WorkBudget budget)
    {
        while (at + 1 < to && tokens[at].IsSign("^"))
        {
            var end = Behind(tokens, at + 1, to);
            var (first, last) = tokens[at + 1].Is(TokenKind.Open, "{") ? (at + 2, end - 1) : (at + 1, end);
            at = end;
            if (last == first + 1 && tokens[first].Text is "T" or "top" or "t")
                matrix = Transpose(matrix);
            else if (ExpressionParser.Parse(tokens, first, last, budget) is Number { Value: { Denominator.IsOne: true } exponent } && Power(matrix, exponent.Numerator) is { } power)
                matrix = power;
            else
                return null;
        }
        return matrix;
    }

    private static IReadOnlyList<IReadOnlyList<Expr>>? Power(IReadOnlyList<IReadOnlyList<Expr>> matrix, System.Numerics.BigInteger exponent)
    {
        if (matrix.Count != matrix[0].Count || exponent > MaxPower || exponent < -MaxPower || exponent.IsZero)
            return null;
        if (exponent.Sign < 0)
            return Inverse(matrix) is { } inverse ? Power(inverse, -exponent) : null;
        var result = matrix;
        for (var i = 1; i < exponent; i++)
            result = Multiply(result, matrix);
        return result;
    }

    // The adjugate over the determinant.
    private static IReadOnlyList<IReadOnlyList<Expr>>? Inverse(IReadOnlyList<IReadOnlyList<Expr>> matrix)
    {
        if (matrix.Count > 3 || Determinant(matrix) is not { } determinant)
            return null;
        if (matrix.Count == 1)
            return [[Build.Inverse(matrix[0][0])]];
        return [.. Enumerable.Range(0, matrix.Count).Select(i => (IReadOnlyList<Expr>)[.. Enumerable.Range(0, matrix.Count).Select(j =>
        {
            var minor = Determinant(Without(matrix, j, i))!;
            return (Expr)new Quotient((i + j) % 2 == 0 ? minor : Build.Negate(minor), determinant);
        })])];
    }

    /// <summary>By the first row; null above <c>4 × 4</c>.</summary>
    public static Expr? Determinant(IReadOnlyList<IReadOnlyList<Expr>> matrix)
    {
        if (matrix.Count > 4)
            return null;
        if (matrix.Count == 1)
            return matrix[0][0];
        var terms = new List<Expr>();
        for (var j = 0; j < matrix.Count; j++)
        {
            Expr term = new Product([matrix[0][j], Determinant(Without(matrix, 0, j))!]);
            terms.Add(j % 2 == 0 ? term : Build.Negate(term));
        }
        return new Sum(terms);
    }

    private static List<IReadOnlyList<Expr>> Without(IReadOnlyList<IReadOnlyList<Expr>> matrix, int row, int column) =>
        [.. matrix.Where((_, i) => i != row).Select(cells => (IReadOnlyList<Expr>)[.. cells.Where((_, j) => j != column)])];

    private static IReadOnlyList<IReadOnlyList<Expr>> Transpose(IReadOnlyList<IReadOnlyList<Expr>> matrix) =>
        [.. Enumerable.Range(0, matrix[0].Count).Select(j => (IReadOnlyList<Expr>)[.. matrix.Select(row => row[j])])];

    private static IReadOnlyList<IReadOnlyList<Expr>> Multiply(IReadOnlyList<IReadOnlyList<Expr>> left, IReadOnlyList<IReadOnlyList<Expr>> right) =>
        [.. left.Select(row => (IReadOnlyList<Expr>)[.. Enumerable.Range(0, right[0].Count).Select(j => (Expr)new Sum([.. row.Select((cell, k) => new Product([cell, right[k][j]]))]))])];

    private static bool SameShape(IReadOnlyList<IReadOnlyList<Expr>> left, IReadOnlyList<IReadOnlyList<Expr>> right) => left.Count == right.Count && left[0].Count == right[0].Count;

    private static IReadOnlyList<IReadOnlyList<Expr>> Scale(Expr factor, IReadOnlyList<IReadOnlyList<Expr>> matrix) =>
        [.. matrix.Select(row => (IReadOnlyList<Expr>)[.. row.Select(cell => (Expr)new Product([factor, cell]))])];

    private static IReadOnlyList<IReadOnlyList<Expr>> Each(IReadOnlyList<IReadOnlyList<Expr>> left, IReadOnlyList<IReadOnlyList<Expr>> right, Func<Expr, Expr, Expr> join) =>
        [.. left.Select((row, i) => (IReadOnlyList<Expr>)[.. row.Select((cell, j) => join(cell, right[i][j]))])];
}
