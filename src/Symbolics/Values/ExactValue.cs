using System.Numerics;

namespace Symbolics;

/// <summary>The rational value of an expression when plain rational arithmetic gives it; null for everything else and above the budget.</summary>
internal sealed partial class ExactValue(WorkBudget budget, IReadOnlyDictionary<string, Rational>? variables = null)
{
    private const int MaxFactorial = 3000;
    private const int MaxTerms = 2000;

    private IReadOnlyDictionary<string, Rational>? _variables = variables;

    public Rational? Of(Expr expr)
    {
        if (!budget.Take(1))
            return null;
        return expr switch
        {
            Number number => number.Value,
            Symbol symbol => _variables is not null && _variables.TryGetValue(symbol.Name, out var value) ? value : null,
            Sum sum => Fold(sum.Terms, default, static (left, right) => left + right),
            Product product => Fold(product.Factors, new Rational(1), static (left, right) => left * right),
            Quotient quotient => Of(quotient.Under) is { IsZero: false } under && Of(quotient.Over) is { } over && budget.TakeFractions(over, under) ? Bounded(over / under) : null,
            Power power => OfPower(power),
            Call call => OfCall(call),
            Repeated repeated => OfRepeated(repeated),
            _ => null,
        };
    }

    private static Rational? Bounded(Rational value) => value.Bits <= WorkBudget.MaxBits ? value : null;

    private Rational? Fold(IReadOnlyList<Expr> parts, Rational start, Func<Rational, Rational, Rational> join)
    {
        foreach (var part in parts)
        {
            if (Of(part) is not { } value || !budget.TakeFractions(start, value) || Bounded(join(start, value)) is not { } joined)
                return null;
            start = joined;
        }
        return start;
    }

    private Rational? OfPower(Power power)
    {
        if (Of(power.Exponent) is not { } exponent || Of(power.Base) is not { } value)
            return null;
        if (!exponent.Denominator.IsOne)
            return exponent.Denominator <= 64 && budget.CanTakeRoot(value) && RootOf(value, (int)exponent.Denominator) is { } root ? Raise(root, exponent.Numerator) : null;
        return Raise(value, exponent.Numerator);
    }

    private Rational? Raise(Rational value, BigInteger exponent)
    {
        if (value.IsZero)
            return exponent.Sign > 0 ? value : null;
        var bits = value.Bits + 1;
        if (BigInteger.Abs(value.Numerator).IsOne && value.IsInteger)
            return exponent.IsEven ? new Rational(1) : value;
        if (BigInteger.Abs(exponent) * bits > WorkBudget.MaxBits || !budget.TakePower((long)BigInteger.Abs(exponent) * bits))
            return null;
        var power = (int)BigInteger.Abs(exponent);
        if (value.IsInteger && exponent.Sign > 0)
            return new Rational(BigInteger.Pow(value.Numerator, power));
        var (over, under) = (BigInteger.Pow(value.Numerator, power), BigInteger.Pow(value.Denominator, power));
        if (!budget.TakeReduction(over.GetBitLength() + under.GetBitLength()))
            return null;
        return exponent.Sign < 0 ? new Rational(under, over) : new Rational(over, under);
    }

    /// <summary>The rational n-th root, real: of a negative number only for odd n.</summary>
    public static Rational? RootOf(Rational value, int n)
    {
        if (value.Sign < 0)
            return n % 2 == 1 && RootOf(-value, n) is { } root ? -root : null;
        return Integers.Root(value.Numerator, n) is { } over && Integers.Root(value.Denominator, n) is { } under ? new Rational(over, under) : null;
    }

    private Rational? OfRepeated(Repeated repeated)
    {
        if (Of(repeated.From) is not { Denominator.IsOne: true } from || Of(repeated.To) is not { Denominator.IsOne: true } to || to.Numerator - from.Numerator > MaxTerms)
            return null;
        var (outer, inner) = (_variables, _variables is null ? [] : new Dictionary<string, Rational>(_variables));
        _variables = inner;
        var result = new Rational(repeated.IsProduct ? 1 : 0);
        Rational? found = result;
        for (var i = from.Numerator; i <= to.Numerator && found is not null; i++)
        {
            inner[repeated.Index] = new(i);
            found = Of(repeated.Body) is { } term && budget.TakeFractions(found.Value, term) ? Bounded(repeated.IsProduct ? found.Value * term : found.Value + term) : null;
        }
        _variables = outer;
        return found;
    }
}
