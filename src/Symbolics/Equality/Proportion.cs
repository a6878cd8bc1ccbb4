namespace Symbolics;

/// <summary>Whether two expressions are multiples of each other by a constant, so that their equations or inequalities say the same.</summary>
internal sealed class Proportion(ScalarComparison scalars, WorkBudget budget)
{
    private static readonly Rational[] s_trials = [new(3, 7), new(-5, 3), new(11, 4), new(-2, 9)];

    /// <param name="anySign">Whether the constant may be negative.</param>
    public Comparison Compare(Expr left, Expr right, bool anySign)
    {
        var names = Renaming.Variables(left);
        if (names.Count == 0 || !names.SetEquals(Renaming.Variables(right)))
            return Comparison.Unknown;
        // left(x) · right(p) = right(x) · left(p) for a point p with left(p) ≠ 0 ≠ right(p).
        foreach (var trial in s_trials)
        {
            var values = new Dictionary<string, Rational>();
            foreach (var name in names)
                values[name] = trial + new Rational(values.Count, 5);
            var exact = new ExactValue(budget, values);
            if (exact.Of(left) is not { IsZero: false } one || exact.Of(right) is not { IsZero: false } other)
                continue;
            var result = scalars.Compare(new Product([left, new Number(other)]), new Product([right, new Number(one)]));
            return result.Equivalence is Equivalence.Equal && (anySign || one.Sign == other.Sign) ? result : Comparison.Unknown;
        }
        return Comparison.Unknown;
    }
}
