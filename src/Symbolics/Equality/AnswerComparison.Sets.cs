namespace Symbolics;

/// <summary>Sets of real numbers, however they are written: intervals, unions, inequalities, set builders.</summary>
internal sealed partial class AnswerComparison
{
    private static bool IsSetLike(Answer answer) => answer is Combined or Builder or Wording or Sequence || (answer is Relation relation && !relation.Signs.Contains("=")) || answer is Scalar { Value: Symbol { Name: "ℝ" or "R" } };

    // Two pairs in brackets are compared as what they look like; one of the two must be a set and nothing else.
    private Comparison? CompareSets(Answer gold, Answer answer)
    {
        if (!IsSetLike(gold) || !IsSetLike(answer) || (gold is Sequence && answer is Sequence) || (gold is Wording && answer is Wording))
            return null;
        var sets = new RealSets(_scalars);
        string? variable = null;
        var (left, right) = (sets.Of(gold, ref variable), sets.Of(answer, ref variable));
        if (left is not null && right is not null)
            return SameSets(left, right);
        return (left, right) switch
        {
            ({ } known, null) => Inequality(answer, known, variable),
            (null, { } known) => Inequality(gold, known, variable),
            _ => null,
        };
    }

    private Comparison SameSets(List<Piece> left, List<Piece> right)
    {
        if (left.Count != right.Count)
            return Comparison.Differ(Grounds.Structure);
        var grounds = Grounds.ExactValues;
        for (var i = 0; i < left.Count; i++)
        {
            var (one, other) = (left[i], right[i]);
            if (one.LowClosed != other.LowClosed || one.HighClosed != other.HighClosed || one.Low is null != other.Low is null || one.High is null != other.High is null)
                return Comparison.Differ(Grounds.Structure);
            foreach (var (wanted, given) in new[] { (one.Low, other.Low), (one.High, other.High) })
            {
                if (wanted is null)
                    continue;
                var result = CompareValues(wanted, given!);
                if (result.Equivalence is not Equivalence.Equal)
                    return result;
                grounds = Weaker(grounds, result.Grounds);
            }
        }
        return Comparison.Same(grounds);
    }

    /// <summary>
    /// Whether an inequality between rational functions holds exactly on a set. Its truth can change only at real roots of the
    /// numerator and the denominator; Sturm's theorem counts them, and when all of them are ends of the set's pieces, one point
    /// between each two ends decides.
    /// </summary>
    private Comparison? Inequality(Answer answer, List<Piece> set, string? variable)
    {
        if (answer is Builder { Element: Scalar { Value: Symbol element } } builder)
            (answer, variable) = (builder.Condition, variable ?? element.Name);
        if (answer is not Relation { Signs: [var sign], Sides: [Scalar { Unit: null, Value: var left }, Scalar { Unit: null, Value: var right }] } || sign is not ("<" or "≤" or ">" or "≥"))
            return null;
        if (Squared(left) is { } one && Squared(right) is { } two)
            (left, right) = (one, two);
        var difference = sign is "<" or "≤" ? Build.Subtract(right, left) : Build.Subtract(left, right);
        var names = Renaming.Variables(difference);
        if (names.Count != 1 || (variable is not null && names.Min != variable) || Polynomial.Fraction(difference, names.Min!, _budget) is not ({ } over, { IsZero: false } under))
            return null;
        var ends = new List<Expr>();
        foreach (var end in set.SelectMany(static piece => new[] { piece.Low, piece.High }))
        {
            if (end is not null && (ends.Count == 0 || _scalars.Order(ends[^1], end) is not 0))
                ends.Add(end);
        }
        var zeros = ends.ConvertAll(end => (Over: IsZero(over.At(end)), Under: IsZero(under.At(end))));
        if ((over * under).DistinctRealRoots(_budget) is not { } roots || roots != zeros.Count(static zero => zero.Over || zero.Under))
            return Comparison.Unknown;
        for (var i = 0; i <= ends.Count; i++)
        {
            var (low, high) = (i == 0 ? null : ends[i - 1], i == ends.Count ? null : ends[i]);
            if (_scalars.Between(low, high) is not { } point || (low is not null && _scalars.Order(low, new Number(point)) is not < 0) || (high is not null && _scalars.Order(new Number(point), high) is not < 0))
                return Comparison.Unknown;
            if (Contains(set, new Number(point)) is not { } inside)
                return Comparison.Unknown;
            if (over.At(point).Sign * under.At(point).Sign > 0 != inside)
                return Comparison.Differ(Grounds.Structure);
        }
        for (var i = 0; i < ends.Count; i++)
        {
            if (Contains(set, ends[i]) is not { } inside)
                return Comparison.Unknown;
            // An end that is no root lies within a stretch that was already found to agree, so it changes nothing there.
            var holds = !zeros[i].Under && (zeros[i].Over ? sign is "≤" or "≥" : HoldsAround(over, under, ends, i));
            if (holds != inside)
                return Comparison.Differ(Grounds.Structure);
        }
        return Comparison.Same(Grounds.ExactValues);
    }

    // |f| < c where f² < c², for c that is not negative; likewise |f| < |g|.
    private Power? Squared(Expr side) => side is Call { Name: "abs", Arguments: [var inside] } ? new Power(inside, Number.Of(2))
        : Renaming.Variables(side).Count == 0 && _scalars.Order(side, Number.Zero) >= 0 ? new Power(side, Number.Of(2)) : null;

    private bool HoldsAround(Polynomial over, Polynomial under, List<Expr> ends, int at) =>
        _scalars.Between(ends[at], at + 1 < ends.Count ? ends[at + 1] : null) is { } point && over.At(point).Sign * under.At(point).Sign > 0;

    private bool IsZero(Expr value) => _scalars.Compare(value, Number.Zero).Equivalence is Equivalence.Equal;

    // Null when the budget does not suffice to tell.
    private bool? Contains(List<Piece> set, Expr value)
    {
        foreach (var piece in set)
        {
            var low = piece.Low is null ? -1 : _scalars.Order(piece.Low, value);
            var high = piece.High is null ? -1 : _scalars.Order(value, piece.High);
            if (low is null || high is null)
                return null;
            if ((low < 0 || (low == 0 && piece.LowClosed)) && (high < 0 || (high == 0 && piece.HighClosed)))
                return true;
        }
        return false;
    }
}
