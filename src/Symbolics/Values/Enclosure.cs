namespace Symbolics;

/// <summary>
/// A rectangle that certainly holds an expression's value, for given values of its variables. Roots of negative numbers by odd
/// numbers are real unless <c>complex</c>; all other branches are principal. Under <c>real</c> what would leave the real numbers has no value.
/// </summary>
internal sealed partial class Enclosure(int bits, WorkBudget budget, IReadOnlyDictionary<string, Rational> variables, bool complex, bool real)
{
    private const int MaxTerms = 2000;

    private readonly Complexes _numbers = new(new Reals(bits, budget), real);
    private readonly Dictionary<string, Rational> _variables = new(variables);

    private Reals Reals => _numbers.Reals;

    public ComplexBall? Of(Expr expr)
    {
        if (!budget.Take(4 + bits / 64))
            return null;
        return expr switch
        {
            Number number => budget.Take(number.Value.Bits / 256) ? Real(Reals.Of(number.Value)) : null,
            Symbol symbol => _variables.TryGetValue(symbol.Name, out var value) ? Real(Reals.Of(value)) : null,
            Constant { Name: ConstantName.Pi } => Real(Reals.Pi),
            Constant { Name: ConstantName.E } => Real(Reals.Euler),
            Constant { Name: ConstantName.I } => new ComplexBall(Ball.Zero, Ball.One),
            Sum sum => Fold(sum.Terms, Ball.Zero, _numbers.Add),
            Product product => Fold(product.Factors, Ball.One, _numbers.Multiply),
            Quotient quotient => Of(quotient.Over) is { } over && Of(quotient.Under) is { } under ? _numbers.Divide(over, under) : null,
            Power power => OfPower(power),
            Call call => OfCall(call),
            Repeated repeated => OfRepeated(repeated),
            Integral integral => OfIntegral(integral),
            _ => null,
        };
    }

    private static ComplexBall? Real(Ball? ball) => ball is { } value ? Complexes.Of(value) : null;

    private ComplexBall? Fold(IReadOnlyList<Expr> parts, Ball start, Func<ComplexBall, ComplexBall, ComplexBall?> join)
    {
        ComplexBall? result = Complexes.Of(start);
        foreach (var part in parts)
        {
            if (Of(part) is not { } value || (result = join(result!.Value, value)) is null)
                return null;
        }
        return result;
    }

    private Rational? Exact(Expr expr) => new ExactValue(budget, _variables).Of(expr);

    private ComplexBall? OfPower(Power power)
    {
        var exponent = Exact(power.Exponent);
        if (power.Base is Constant { Name: ConstantName.E } && exponent is null or { Denominator.IsOne: false })
            return Of(power.Exponent) is { } direct ? _numbers.Exp(direct) : null;
        if (Of(power.Base) is not { } value)
            return null;
        if (exponent is { Denominator.IsOne: true })
            return _numbers.Power(value, exponent.Value.Numerator);
        if (exponent is { } fraction && fraction.Denominator == 2)
            return _numbers.SquareRoot(value) is { } root ? _numbers.Power(root, fraction.Numerator) : null;
        if (exponent is { } odd && !complex && value.IsReal && value.Real.Sign < 0 && !odd.Denominator.IsEven)
            return OfPositive(Complexes.Of(-value.Real), odd) is { } size ? odd.Numerator.IsEven ? size : new ComplexBall(-size.Real, size.Imaginary) : null;
        if (value.HasZero)
            return value is { IsReal: true, Real.IsZero: true } && exponent is { Sign: > 0 } ? value : null;
        return exponent is { } known ? OfPositive(value, known)
            : Of(power.Exponent) is { } any && _numbers.Log(value) is { } log && _numbers.Multiply(log, any) is { } product ? _numbers.Exp(product) : null;
    }

    private ComplexBall? OfPositive(ComplexBall value, Rational exponent) =>
        _numbers.Log(value) is { } log && Real(Reals.Of(exponent)) is { } factor && _numbers.Multiply(log, factor) is { } product ? _numbers.Exp(product) : null;

    private ComplexBall? OfRepeated(Repeated repeated)
    {
        if (Exact(repeated.From) is not { Denominator.IsOne: true } from || Exact(repeated.To) is not { Denominator.IsOne: true } to || to.Numerator - from.Numerator > MaxTerms)
            return null;
        Rational? outer = _variables.TryGetValue(repeated.Index, out var saved) ? saved : null;
        ComplexBall? result = Complexes.Of(repeated.IsProduct ? Ball.One : Ball.Zero);
        for (var i = from.Numerator; i <= to.Numerator && result is not null; i++)
        {
            _variables[repeated.Index] = new(i);
            result = Of(repeated.Body) is { } term ? repeated.IsProduct ? _numbers.Multiply(result.Value, term) : _numbers.Add(result.Value, term) : null;
        }
        if (outer is { } before)
            _variables[repeated.Index] = before;
        else
            _variables.Remove(repeated.Index);
        return result;
    }
}
