namespace Symbolics;

/// <summary>An interval; an end that is null is infinite.</summary>
internal readonly record struct Piece(Expr? Low, bool LowClosed, Expr? High, bool HighClosed)
{
    public static readonly Piece Line = new(null, false, null, false);

    public static Piece Point(Expr value) => new(value, true, value, true);
}

/// <summary>Sets of real numbers as unions of intervals, in order and apart from each other. Null is "not such a set, or its ends cannot be put in order".</summary>
internal sealed class RealSets(ScalarComparison scalars)
{
    public List<Piece>? Of(Answer answer, ref string? variable) => answer switch
    {
        Sequence { Kind: SequenceKind.Tuple, Items: [Scalar low, Scalar high], Open: '(' or '[' or ']', Close: ')' or ']' or '[' } interval => Range(low, interval.Open is '[', high, interval.Close is ']'),
        Sequence { Kind: SequenceKind.Set } points => Points(points),
        Combined { Operation: "∪" } union => Union(union.Items, ref variable),
        Combined { Operation: "∩", Items: [var left, var right] } => Of(left, ref variable) is { } one && Of(right, ref variable) is { } other ? Intersection(one, other) : null,
        Combined { Operation: "∖", Items: [var all, var taken] } => Of(all, ref variable) is { } whole && Of(taken, ref variable) is { } part && Complement(part) is { } rest ? Intersection(whole, rest) : null,
        Builder { Element: Scalar { Value: Symbol element } } builder => Agree(ref variable, element.Name) ? Of(builder.Condition, ref variable) : null,
        Relation relation => OfRelation(relation, ref variable),
        Sequence { Kind: SequenceKind.List } list when list.Items.All(static item => item is Relation) => OfList(list, ref variable),
        Scalar { Value: Symbol { Name: "ℝ" or "R" } } => [Piece.Line],
        Wording { Text: var text } when text.Trim().ToUpperInvariant() is "ALL REAL NUMBERS" or "ALL REALS" or "ALL REAL" => [Piece.Line],
        _ => null,
    };

    private static bool Agree(ref string? variable, string name)
    {
        variable ??= name;
        return variable == name;
    }

    private static List<Piece>? Range(Scalar low, bool lowClosed, Scalar high, bool highClosed)
    {
        var (down, up) = (ScalarComparison.Infinite(low.Value), ScalarComparison.Infinite(high.Value));
        return down > 0 || up < 0 || low.Unit is not null || high.Unit is not null ? null
            : [new(down < 0 ? null : low.Value, down == 0 && lowClosed, up > 0 ? null : high.Value, up == 0 && highClosed)];
    }

    private List<Piece>? Points(Sequence points)
    {
        var pieces = new List<Piece>();
        foreach (var item in points.Items)
        {
            if (item is not Scalar { Unit: null, Value: var value } || Renaming.Variables(value).Count > 0)
                return null;
            pieces.Add(Piece.Point(value));
        }
        return Ordered(pieces);
    }

    private List<Piece>? OfRelation(Relation relation, ref string? variable)
    {
        switch (relation)
        {
            case { Signs: ["∈" or "="], Sides: [Scalar { Value: Symbol member }, var set] }:
                return !Agree(ref variable, member.Name) ? null : relation.Signs[0] is "∈" ? Of(set, ref variable) : set is Scalar { Unit: null, Value: var value } ? [Piece.Point(value)] : null;
            case { Signs: ["≠"], Sides: [Scalar { Value: Symbol member }, Scalar { Unit: null, Value: var hole }] }:
                return Agree(ref variable, member.Name) ? [new(null, false, hole, false), new(hole, false, null, false)] : null;
            case { Signs: ["<" or "≤" or ">" or "≥"], Sides: [Scalar { Value: Call { Name: "abs", Arguments: [Symbol member] } }, Scalar { Unit: null, Value: var bound }] }
                when scalars.Order(bound, Number.Zero) > 0:
                var closed = relation.Signs[0] is "≤" or "≥";
                return !Agree(ref variable, member.Name) ? null : relation.Signs[0] is "<" or "≤"
                    ? [new(Build.Negate(bound), closed, bound, closed)]
                    : [new(null, false, Build.Negate(bound), closed), new(bound, closed, null, false)];
        }
        if (Parts.Middle(relation) is Call { Name: "abs", Arguments: [Symbol inside] })
            return Agree(ref variable, inside.Name) ? Mirrored(relation) : null;
        return AnswerComparison.Interval(relation) is { } interval && Agree(ref variable, interval.Variable) ? Of(interval.Range, ref variable) : null;
    }

    // 1 ≤ |x| < 2
    private List<Piece>? Mirrored(Relation relation)
    {
        string? size = null;
        var plain = new Relation([relation.Sides[0], new Scalar(new Symbol("∎")), relation.Sides[2]], relation.Signs);
        if (OfRelation(plain, ref size) is not { } sizes || Intersection(sizes, [new(Number.Zero, true, null, false)]) is not { } positive)
            return null;
        return Ordered([.. positive, .. positive.Select(static piece => new Piece(piece.High is null ? null : Build.Negate(piece.High), piece.HighClosed, piece.Low is null ? null : Build.Negate(piece.Low), piece.LowClosed))]);
    }

    // Of several conditions either one or all must hold; only where they exclude each other, or say ≠, is it clear which.
    private List<Piece>? OfList(Sequence list, ref string? variable)
    {
        var all = list.Items.Any(static item => item is Relation { Signs: ["≠"] });
        List<Piece>? result = null;
        foreach (var item in list.Items)
        {
            if (Of(item, ref variable) is not { } pieces)
                return null;
            if (result is null)
            {
                result = pieces;
                continue;
            }
            if (!all && Intersection(result, pieces) is not [])
                return null;
            result = all ? Intersection(result, pieces) : Ordered([.. result, .. pieces]);
            if (result is null)
                return null;
        }
        return result;
    }

    private List<Piece>? Union(IReadOnlyList<Answer> parts, ref string? variable)
    {
        var pieces = new List<Piece>();
        foreach (var part in parts)
        {
            if (Of(part, ref variable) is not { } more)
                return null;
            pieces.AddRange(more);
        }
        return Ordered(pieces);
    }

    /// <summary>The pieces from left to right, joined where they touch; empty ones left out.</summary>
    public List<Piece>? Ordered(List<Piece> pieces)
    {
        var sorted = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (Size(piece) is not { } size)
                return null;
            if (size < 0 || (size == 0 && !(piece.LowClosed && piece.HighClosed)))
                continue;
            var place = 0;
            while (place < sorted.Count)
            {
                if (Starts(sorted[place], piece) is not { } order)
                    return null;
                if (order > 0)
                    break;
                place++;
            }
            sorted.Insert(place, piece);
        }
        for (var i = 0; i + 1 < sorted.Count;)
        {
            var (left, right) = (sorted[i], sorted[i + 1]);
            if (left.High is null)
            {
                sorted.RemoveAt(i + 1);
                continue;
            }
            var gap = right.Low is null ? -1 : scalars.Order(left.High, right.Low);
            if (gap is null)
                return null;
            if (gap < 0 && right.Low is not null || (gap == 0 && !left.HighClosed && !right.LowClosed))
            {
                i++;
                continue;
            }
            if (Ends(left, right) is not { } longer)
                return null;
            sorted[i] = longer > 0 ? left : left with { High = right.High, HighClosed = right.HighClosed };
            sorted.RemoveAt(i + 1);
        }
        return sorted;
    }

    private int? Size(Piece piece) => piece.Low is null || piece.High is null ? 1 : scalars.Order(piece.High, piece.Low);

    // -1 when the left one starts first.
    private int? Starts(Piece left, Piece right)
    {
        if (left.Low is null || right.Low is null)
            return left.Low is null ? right.Low is null ? 0 : -1 : 1;
        return scalars.Order(left.Low, right.Low) is { } order ? order != 0 ? order : right.LowClosed.CompareTo(left.LowClosed) : null;
    }

    // 1 when the left one ends last.
    private int? Ends(Piece left, Piece right)
    {
        if (left.High is null || right.High is null)
            return left.High is null ? 1 : -1;
        return scalars.Order(left.High, right.High) is { } order ? order != 0 ? order : left.HighClosed.CompareTo(right.HighClosed) : null;
    }

    public static List<Piece>? Complement(List<Piece> pieces)
    {
        var rest = new List<Piece>();
        Expr? low = null;
        var (closed, open) = (false, true);
        foreach (var piece in pieces)
        {
            if (piece.Low is not null)
                rest.Add(new(low, closed, piece.Low, !piece.LowClosed));
            (low, closed, open) = (piece.High, !piece.HighClosed, piece.High is not null);
        }
        if (open)
            rest.Add(new(low, closed, null, false));
        return rest;
    }

    private List<Piece>? Intersection(List<Piece> left, List<Piece> right)
    {
        var common = new List<Piece>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (Starts(one, other) is not { } start || Ends(one, other) is not { } end)
                    return null;
                var (from, to) = (start >= 0 ? one : other, end <= 0 ? one : other);
                common.Add(new(from.Low, from.LowClosed, to.High, to.HighClosed));
            }
        }
        return Ordered(common);
    }
}
