namespace Symbolics;

/// <summary>Values with units.</summary>
internal sealed partial class AnswerComparison
{
    private Comparison CompareScalars(Scalar gold, Scalar answer)
    {
        if (Angles(gold, answer) is { } angles)
            return angles;
        if (!_policy.UnitsIgnored)
            (gold, answer) = (WithUnit(gold, answer), WithUnit(answer, gold));
        var (left, right) = (gold.Value, answer.Value);
        if (!_policy.UnitsIgnored && (gold.Unit ?? "") != (answer.Unit ?? ""))
        {
            var bare = string.IsNullOrEmpty(gold.Unit) || string.IsNullOrEmpty(answer.Unit);
            if (bare && _policy.UnitsRequired)
                return new(Equivalence.Undecided, Grounds.Units);
            if (!bare)
            {
                if (Convert(gold.Unit!, answer.Unit!) is not { } factor)
                    return UnitTable.Find(gold.Unit!) is not null && UnitTable.Find(answer.Unit!) is not null ? Comparison.Differ(Grounds.Units) : new(Equivalence.Undecided, Grounds.Units);
                right = new Product([new Number(factor), right]);
            }
        }
        var result = CompareValues(left, right);
        if (result.Equivalence is not Equivalence.Equal && _policy.PercentOrNumber && gold.Percent != answer.Percent)
        {
            var scaled = new Product([Number.Of(100), gold.Percent ? left : right]);
            return gold.Percent ? CompareValues(scaled, right) : CompareValues(left, scaled);
        }
        return result;
    }

    // Milliwatts and megawatts differ by a capital, so what the table knows goes before what looks alike.
    private static Rational? Convert(string gold, string answer)
    {
        if (gold == answer)
            return new Rational(1);
        if (UnitTable.Find(gold) is { } wanted && UnitTable.Find(answer) is { } given)
            return wanted.Dimension == given.Dimension ? given.Scale / wanted.Scale : null;
        return string.Equals(gold, answer, StringComparison.OrdinalIgnoreCase) || gold + "s" == answer || gold == answer + "s" ? new Rational(1) : null;
    }

    /// <summary>Degrees on one side and radians on the other; without a word a multiple of π is one of radians. Null where neither is so.</summary>
    private Comparison? Angles(Scalar gold, Scalar answer)
    {
        if (IsDegrees(gold) == IsDegrees(answer) || (_policy.UnitsRequired && (gold.Unit is null || answer.Unit is null)))
            return null;
        return IsDegrees(gold) ? IsRadians(answer) ? CompareValues(Radians(gold.Value), answer.Value) : null
            : IsRadians(gold) ? CompareValues(gold.Value, Radians(answer.Value)) : null;
    }

    private static bool IsDegrees(Scalar scalar) => scalar.Unit is { } unit && UnitTable.Find(unit)?.Dimension is "angle";

    private static bool IsRadians(Scalar scalar) => scalar.Unit is "rad" or "radian" or "radians" or "弧度"
        || (scalar.Unit is null && Parts.Any(scalar.Value, static part => part is Constant { Name: ConstantName.Pi }));

    private static Product Radians(Expr degrees) => new([degrees, new Quotient(new Constant(ConstantName.Pi), Number.Of(180))]);

    // 0.12 m beside 12 cm: one letter is a variable unless the other side has a unit of what the letter measures.
    private static Scalar WithUnit(Scalar scalar, Scalar other) =>
        scalar is { Unit: null, Value: Product { Factors: [_, ..] factors } } && Letter(factors[^1]) is { } unit && factors.SkipLast(1).All(static factor => Renaming.Variables(factor).Count == 0)
        && other.Unit is { } known && UnitTable.Find(known)?.Dimension is { } dimension && UnitTable.Find(unit)?.Dimension == dimension
            ? new Scalar(new Product([.. factors.SkipLast(1)]), unit) : scalar;

    private static string? Letter(Expr expr) => expr switch
    {
        Symbol { Name: [var letter] } => $"{letter}",
        Power { Base: Symbol { Name: [var letter] }, Exponent: Number { Value: { IsInteger: true } power } } => $"{letter}^{power}",
        _ => null,
    };
}
