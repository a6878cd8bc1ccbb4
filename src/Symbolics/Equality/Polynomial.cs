namespace Symbolics;

/// <summary>A polynomial in one variable with rational coefficients, the constant one first; the last one is not zero.</summary>
internal sealed class Polynomial
{
    public const int MaxDegree = 40;

    public static readonly Polynomial Zero = new([]);

    private readonly Rational[] _coefficients;

    private Polynomial(IReadOnlyList<Rational> coefficients)
    {
        var length = coefficients.Count;
        while (length > 0 && coefficients[length - 1].IsZero)
            length--;
        _coefficients = [.. coefficients.Take(length)];
    }

    public int Degree => _coefficients.Length - 1;

    public bool IsZero => _coefficients.Length == 0;

    private Rational Leading => _coefficients[^1];

    public static Polynomial Constant(Rational value) => new([value]);

    /// <summary>Numerator and denominator of a rational function of the variable; null for anything else.</summary>
    public static (Polynomial Over, Polynomial Under)? Fraction(Expr expr, string variable, WorkBudget budget)
    {
        if (!budget.Take(20))
            return null;
        if (!Renaming.Variables(expr).Contains(variable))
            return new ExactValue(budget).Of(expr) is { } value ? (Constant(value), Constant(new(1))) : null;
        switch (expr)
        {
            case Symbol:
                return (new([default, new(1)]), Constant(new(1)));
            case Sum sum:
                (Polynomial Over, Polynomial Under)? total = (Zero, Constant(new(1)));
                foreach (var term in sum.Terms)
                    total = Fraction(term, variable, budget) is { } next && total is { } before ? Bounded(before.Over * next.Under + next.Over * before.Under, before.Under * next.Under) : null;
                return total;
            case Product product:
                (Polynomial Over, Polynomial Under)? all = (Constant(new(1)), Constant(new(1)));
                foreach (var factor in product.Factors)
                    all = Fraction(factor, variable, budget) is { } next && all is { } before ? Bounded(before.Over * next.Over, before.Under * next.Under) : null;
                return all;
            case Quotient quotient:
                return Fraction(quotient.Over, variable, budget) is { } over && Fraction(quotient.Under, variable, budget) is { Over.IsZero: false } under
                    ? Bounded(over.Over * under.Under, over.Under * under.Over) : null;
            case Power power when new ExactValue(budget).Of(power.Exponent) is { Denominator.IsOne: true } exponent && exponent > new Rational(-MaxDegree) && exponent < new Rational(MaxDegree):
                return Fraction(power.Base, variable, budget) is { } radix ? Raised(radix, (int)exponent.Numerator) : null;
            default:
                return null;
        }
    }

    private static (Polynomial, Polynomial)? Raised((Polynomial Over, Polynomial Under) radix, int exponent)
    {
        var (over, under) = exponent < 0 ? (radix.Under, radix.Over) : radix;
        if (under.IsZero)
            return null;
        var (up, down) = (Constant(new(1)), Constant(new(1)));
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            if (Bounded(up * over, down * under) is null)
                return null;
            (up, down) = (up * over, down * under);
        }
        return (up, down);
    }

    private static (Polynomial, Polynomial)? Bounded(Polynomial over, Polynomial under) => over.Degree > MaxDegree || under.Degree > MaxDegree ? null : (over, under);

    public static Polynomial operator +(Polynomial left, Polynomial right) =>
        new([.. Enumerable.Range(0, Math.Max(left._coefficients.Length, right._coefficients.Length)).Select(i => left[i] + right[i])]);

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        if (left.IsZero || right.IsZero)
            return Zero;
        var product = new Rational[left.Degree + right.Degree + 1];
        for (var i = 0; i <= left.Degree; i++)
        {
            for (var j = 0; j <= right.Degree; j++)
                product[i + j] += left[i] * right[j];
        }
        return new(product);
    }

    private Rational this[int power] => power < _coefficients.Length ? _coefficients[power] : default;

    public Rational At(Rational value)
    {
        var total = default(Rational);
        for (var i = Degree; i >= 0; i--)
            total = total * value + _coefficients[i];
        return total;
    }

    /// <summary>Its value at an expression.</summary>
    public Expr At(Expr value)
    {
        Expr total = Number.Zero;
        for (var i = Degree; i >= 0; i--)
            total = new Sum([new Product([total, value]), new Number(_coefficients[i])]);
        return total;
    }

    private Polynomial Derivative => new([.. _coefficients.Skip(1).Select(static (value, i) => value * new Rational(i + 1))]);

    private Polynomial Remainder(Polynomial divisor)
    {
        var rest = _coefficients.ToList();
        while (rest.Count > divisor.Degree)
        {
            var factor = rest[^1] / divisor.Leading;
            for (var i = 0; i <= divisor.Degree; i++)
                rest[rest.Count - 1 - divisor.Degree + i] -= factor * divisor[i];
            rest.RemoveAt(rest.Count - 1);
        }
        return new(rest);
    }

    /// <summary>How many different real roots it has, by Sturm's theorem; null for zero.</summary>
    public int? DistinctRealRoots(WorkBudget budget)
    {
        if (IsZero)
            return null;
        var chain = new List<Polynomial> { this, Derivative };
        while (!chain[^1].IsZero)
        {
            if (!budget.Take(100 * (Degree + 1)))
                return null;
            chain.Add(chain[^2].Remainder(chain[^1]) * Constant(new(-1)));
        }
        chain.RemoveAt(chain.Count - 1);
        // The signs at -∞ and at ∞ are those of the leading terms.
        return Changes(chain.Select(static p => p.Degree % 2 == 0 ? p.Leading.Sign : -p.Leading.Sign)) - Changes(chain.Select(static p => p.Leading.Sign));
    }

    private static int Changes(IEnumerable<int> signs)
    {
        var (changes, last) = (0, 0);
        foreach (var sign in signs)
        {
            changes += sign != 0 && last != 0 && sign != last ? 1 : 0;
            last = sign != 0 ? sign : last;
        }
        return changes;
    }
}
