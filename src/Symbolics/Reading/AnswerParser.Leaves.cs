namespace Symbolics;

/// <summary>Answers without a sign of structure outside their brackets.</summary>
internal sealed partial class AnswerParser
{
    private Answer? Leaf(int from, int to, int depth)
    {
        if (_upper && HasPlusMinus(from, to) && !Encloses(from, to))
            return Twice(() => Leaf(from, to, depth));
        return Bracketed(from, to, depth) ?? Environment(from, to, depth) ?? OpenSystem(from, to, depth) ?? Clock(from, to) ?? Ratio(from, to) ?? Residue(from, to)
            ?? Based(from, to) ?? (Answer?)Quantity(from, to) ?? Worked(from, to) ?? (Answer?)Words(from, to) ?? Wordy(from, to, depth);
    }

    // \left\{ \begin{array} … \end{array} \right.: a brace without its other half.
    private Answer? OpenSystem(int from, int to, int depth) =>
        to - from > 5 && tokens[from].Is(TokenKind.Open, @"\{") && tokens[from + 1].IsCommand("begin") ? Environment(from + 1, to, depth) switch
        {
            Matrix { Rows: var rows } when rows.All(static row => row is [_]) => new Sequence(SequenceKind.List, [.. rows.Select(static row => row[0])]),
            Matrix => null,
            var other => other,
        } : null;

    private Matrix? Worked(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].IsCommand("begin"))
                return MatrixArithmetic.Parse(tokens, from, to, budget) is { } rows ? new([.. rows.Select(static row => (IReadOnlyList<Answer>)[.. row.Select(static cell => new Scalar(cell))])]) : null;
        }
        return null;
    }

    // Whether the first bracket closes at the very end.
    private bool Encloses(int from, int to)
    {
        if (to - from < 2 || tokens[from].Kind is not TokenKind.Open || tokens[to - 1].Kind is not TokenKind.Close)
            return false;
        var depth = 0;
        for (var i = from; i < to - 1; i++)
        {
            depth += tokens[i].Kind is TokenKind.Open ? 1 : tokens[i].Kind is TokenKind.Close ? -1 : 0;
            if (depth == 0)
                return false;
        }
        return true;
    }

    private Answer? Bracketed(int from, int to, int depth)
    {
        if (tokens[from].IsCommand("emptyset") && to == from + 1)
            return new Sequence(SequenceKind.Set, []);
        if (!Encloses(from, to))
            return null;
        var (open, close) = (tokens[from].Text, tokens[to - 1].Text);
        var braces = open is @"\{" or "{";
        if (open is not ("(" or "[" or "⟨" or "]") && !braces)
            return null;
        if (to == from + 2)
            return open is @"\{" ? new Sequence(SequenceKind.Set, []) : null;
        if (braces && Built(from + 1, to - 1, depth) is { } builder)
            return builder;
        if (Splits(from + 1, to - 1, static token => token.Kind is TokenKind.Sign && token.Text is "," or ";").Count == 0)
            return open is @"\{" && close is @"\}" && Members(from, to, depth) is { } one ? new Sequence(SequenceKind.Set, one)
                : Environment(from + 1, to - 1, depth) is Matrix matrix ? matrix
                : open is "{" ? Read(from + 1, to - 1, depth + 1)
                : open is "[" or "(" && Splits(from + 1, to - 1, IsRelation).Count > 0 ? Read(from + 1, to - 1, depth + 1)
                : open is "(" && close is ")" && Words(from + 1, to - 1) is { } words ? words : null;
        if (Members(from, to, depth) is not { } items)
            return null;
        return braces ? new Sequence(SequenceKind.Set, items) : new Sequence(SequenceKind.Tuple, items, open[0], close[0]);
    }

    private IReadOnlyList<Answer>? Members(int from, int to, int depth)
    {
        var answer = Read(from + 1, to - 1, depth + 1);
        return answer is Sequence { Kind: SequenceKind.List } list ? list.Items : answer is null ? null : [answer];
    }

    // \begin{pmatrix} a & b \\ c & d \end{pmatrix}; a system in cases is the list of its rows.
    private Answer? Environment(int from, int to, int depth)
    {
        if (MatrixReader.Place(tokens, from, to) is not var (first, last, end) || end != to || MatrixReader.Name(tokens, from) is not { } name || name is "vmatrix")
            return null;
        var rows = new List<IReadOnlyList<Answer>>();
        foreach (var row in Ranges(first, last, @"\\"))
        {
            if (name is "cases" or "array" && CaseOf(row.From, row.To, depth) is { } part)
            {
                rows.Add([part]);
                continue;
            }
            var cells = new List<Answer>();
            foreach (var cell in Ranges(row.From, row.To, "&"))
            {
                if (Read(cell.From, cell.To, depth + 1) is not { } item)
                    return null;
                cells.Add(item);
            }
            if (cells.Count > 0)
                rows.Add(cells);
        }
        if (rows.Count == 0)
            return null;
        if (rows.TrueForAll(static row => row is [Case]))
            return new Piecewise([.. rows.Select(static row => (Case)row[0])]);
        return name is "cases" or "aligned" or "align" or "gathered" or "alignat" or "gather" or "split"
            ? rows.TrueForAll(static row => row.Count == 1) ? rows.Count == 1 ? rows[0][0] : new Sequence(SequenceKind.List, [.. rows.Select(static row => row[0])]) : null
            : rows.TrueForAll(row => row.Count == rows[0].Count) ? new Matrix(rows) : null;
    }

    private IEnumerable<(int From, int To)> Ranges(int from, int to, string sign)
    {
        foreach (var place in Splits(from, to, token => token.IsSign(sign)).Append(to))
        {
            if (place > from)
                yield return (from, place);
            from = place + 1;
        }
    }

    private Ratio? Ratio(int from, int to)
    {
        var places = Splits(from, to, static token => token.IsSign(":"));
        if (places.Count == 0)
            return null;
        var items = new List<Expr>();
        var clock = places.Count <= 2;
        foreach (var place in places.Append(to))
        {
            if (ExpressionParser.Parse(tokens, from, place, budget, _upper) is not { } item)
                return null;
            clock &= place == from + 1 && tokens[from].IsPlainDigits && tokens[from].Length <= 2 && (items.Count == 0 || tokens[from].Length == 2);
            items.Add(item);
            from = place + 1;
        }
        return new(items, clock);
    }

    // 3 \pmod 7, 3 (mod 7)
    private Residue? Residue(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var bracketed = tokens[i].Is(TokenKind.Open, "(") && i + 1 < to && tokens[i + 1].IsCommand("bmod") && tokens[to - 1].Is(TokenKind.Close, ")");
            if (!tokens[i].IsCommand("pmod") && !bracketed)
                continue;
            var (start, end) = bracketed ? (i + 2, to - 1) : (i + 1, to);
            return ExpressionParser.Parse(tokens, from, i, budget, _upper) is { } value && ExpressionParser.Parse(tokens, start, end, budget, _upper) is { } modulus ? new(value, modulus) : null;
        }
        return null;
    }

    // 1010_2, 4210_{7}, 1A_{16}
    private Based? Based(int from, int to)
    {
        var negative = tokens[from].IsSign("-");
        if (negative)
            from++;
        if (to - from is not (3 or 5) || !tokens[from].IsPlainDigits || !tokens[from + 1].IsSign("_"))
            return null;
        var radix = to - from == 3 ? tokens[from + 2] : tokens[from + 3];
        return radix.IsPlainDigits && Radix.Value(tokens[from].Text, radix.Value) is { } value
            ? new((negative ? "-" : "") + tokens[from].Text.TrimStart('0'), radix.Value, negative ? -value : value) : null;
    }
}
