namespace Symbolics;

/// <summary>Limits where the expression is continuous, of rational functions at infinity, and 0/0 by de l'Hospital's rule.</summary>
internal static class Limits
{
    private const int MaxSteps = 6;

    public static Expr Of(Limit limit, ScalarComparison scalars) => Value(limit.Body, limit.Variable, limit.Point, scalars, MaxSteps) ?? limit;

    private static Expr? Value(Expr body, string x, Expr point, ScalarComparison scalars, int steps)
    {
        if (!Renaming.Variables(body).Contains(x))
            return body;
        if (steps == 0 || Parts.Any(body, static part => part is Call { Name: "floor" or "ceil" or "sgn" or "mod" or "gcd" or "lcm" } or Repeated or Integral or Derivative or Limit))
            return null;
        var sign = ScalarComparison.Infinite(point);
        if (sign != 0)
        {
            // x = ±1/t, t from above to 0
            var inverse = new Quotient(Number.Of(sign), new Symbol("∎t"));
            return Value(Flat(Renaming.Of(body, x, inverse)), "∎t", Number.Zero, scalars, steps - 1);
        }
        var there = Renaming.Of(body, x, point);
        if (Renaming.Variables(there).Count == 0 ? scalars.Near(there) is not null : IsEntire(body))
            return there;
        if (body is Power { Base: var radix, Exponent: var exponent } && Renaming.Variables(radix).Contains(x) && Renaming.Variables(exponent).Contains(x))
            return Value(Flat(new Product([exponent, new Call("ln", radix)])), x, point, scalars, steps - 1) is { } power ? new Power(new Constant(ConstantName.E), power) : null;
        if (Flat(body) is not Quotient quotient)
            return null;
        return IsZero(quotient.Over) && IsZero(quotient.Under) && Derivation.Of(quotient.Over, x) is { } over && Derivation.Of(quotient.Under, x) is { } under
            ? Value(Flat(new Quotient(over, under)), x, point, scalars, steps - 1) : null;

        bool IsZero(Expr part) => Renaming.Of(part, x, point) is var value && Renaming.Variables(value).Count == 0 && scalars.Compare(value, Number.Zero).Equivalence is Equivalence.Equal;
    }

    // Without quotients, roots and logarithms it has a value everywhere and is continuous.
    private static bool IsEntire(Expr expr) => expr switch
    {
        Number or Symbol or Constant { Name: not ConstantName.Infinity } => true,
        Sum sum => sum.Terms.All(IsEntire),
        Product product => product.Factors.All(IsEntire),
        Power { Exponent: Number { Value: { Sign: > 0, Denominator.IsOne: true } } } power => IsEntire(power.Base),
        Power { Base: Constant { Name: ConstantName.E } } power => IsEntire(power.Exponent),
        Call { Name: "sin" or "cos" or "sinh" or "cosh" } call => call.Arguments.All(IsEntire),
        _ => false,
    };

    /// <summary>One quotient instead of quotients within products, sums and quotients.</summary>
    private static Expr Flat(Expr expr)
    {
        switch (expr)
        {
            case Quotient quotient:
                var (a, b) = Split(Flat(quotient.Over));
                var (c, d) = Split(Flat(quotient.Under));
                return Join(Derivation.Times(a, d), Derivation.Times(b, c));
            case Product product:
                var (over, under) = ((Expr)Number.One, (Expr)Number.One);
                foreach (var factor in product.Factors)
                {
                    var (up, down) = Split(Flat(factor));
                    (over, under) = (Derivation.Times(over, up), Derivation.Times(under, down));
                }
                return Join(over, under);
            case Sum sum:
                var (total, common) = ((Expr?)null, (Expr)Number.One);
                foreach (var term in sum.Terms)
                {
                    var (up, down) = Split(Flat(term));
                    total = total is null ? up : new Sum([Derivation.Times(total, down), Derivation.Times(up, common)]);
                    common = Derivation.Times(common, down);
                }
                return Join(total!, common);
            case Power { Exponent: Number { Value: { Denominator.IsOne: true, Sign: > 0 } } } power:
                var (upper, lower) = Split(Flat(power.Base));
                return Join(power with { Base = upper }, lower == Number.One ? lower : power with { Base = lower });
            case Power power:
                return new Power(Flat(power.Base), Flat(power.Exponent));
            case Call call:
                return call with { Arguments = [.. call.Arguments.Select(Flat)] };
            default:
                return expr;
        }
    }

    private static (Expr Over, Expr Under) Split(Expr expr) => expr is Quotient quotient ? (quotient.Over, quotient.Under) : (expr, Number.One);

    private static Expr Join(Expr over, Expr under) => under == Number.One ? over : Reduced(over, under);

    // t/t² is 1/t: whole powers of one symbol that are factors of both cancel (t is not 0 where a limit looks).
    private static Expr Reduced(Expr over, Expr under)
    {
        if (Monomial(over) is var (name, up, rest) && Monomial(under) is var (other, down, bottom) && name == other)
        {
            var left = up - down;
            over = Derivation.Times(rest, left > 0 ? new Power(new Symbol(name), Number.Of(left)) : Number.One);
            under = Derivation.Times(bottom, left < 0 ? new Power(new Symbol(name), Number.Of(-left)) : Number.One);
        }
        return under == Number.One ? over : new Quotient(over, under);
    }

    private static (string Name, int Degree, Expr Cofactor)? Monomial(Expr expr)
    {
        switch (expr)
        {
            case Symbol symbol:
                return (symbol.Name, 1, Number.One);
            case Power { Base: Symbol symbol, Exponent: Number { Value: { Denominator.IsOne: true, Sign: > 0 } n } } when n < new Rational(100):
                return (symbol.Name, (int)n.Numerator, Number.One);
            case Product product:
                string? name = null;
                var degree = 0;
                Expr rest = Number.One;
                foreach (var factor in product.Factors)
                {
                    if (Monomial(factor) is var (found, power, left) && (name is null || name == found))
                        (name, degree, rest) = (found, degree + power, Derivation.Times(rest, left));
                    else
                        rest = Derivation.Times(rest, factor);
                }
                return name is null ? null : (name, degree, rest);
            default:
                return null;
        }
    }
}
