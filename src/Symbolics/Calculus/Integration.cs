namespace Symbolics;

/// <summary>
/// Definite integrals of sums of c·p(x)·e^(ax+b), c·p(x)·sin(ax+b), c·p(x)·cos(ax+b), powers and 1/(ax+b), and Gauss's.
/// An antiderivative is used only where it is continuous between the bounds.
/// </summary>
internal static class Integration
{
    private const int MaxParts = 12;

    public static Expr Of(Integral integral, ScalarComparison scalars)
    {
        var (x, from, to) = (integral.Variable, integral.From!, integral.To!);
        if (Gaussian(integral, scalars) is { } known)
            return known;
        if (Antiderivative(integral.Body, x, from, to, scalars, MaxParts) is not { } primitive)
            return integral;
        return At(primitive, x, to, scalars) is { } upper && At(primitive, x, from, scalars) is { } lower ? Build.Subtract(upper, lower) : integral;
    }

    // At infinity only what is a sum of p(x)·e^(ax) with a certain sign of a, or of negative powers.
    private static Expr? At(Expr primitive, string x, Expr end, ScalarComparison scalars)
    {
        var sign = ScalarComparison.Infinite(end);
        if (sign == 0)
            return Renaming.Of(primitive, x, end);
        if (!Renaming.Variables(primitive).Contains(x))
            return primitive;
        switch (primitive)
        {
            case Sum sum:
                var terms = new List<Expr>();
                foreach (var term in sum.Terms)
                {
                    if (At(term, x, end, scalars) is not { } value)
                        return null;
                    terms.Add(value);
                }
                return new Sum(terms);
            case Product product:
                if (Vanishes(product, x, sign, scalars))
                    return Number.Zero;
                var constants = product.Factors.Where(factor => !Renaming.Variables(factor).Contains(x)).ToList();
                return constants.Count == product.Factors.Count - 1 && At(product.Factors.Single(factor => Renaming.Variables(factor).Contains(x)), x, end, scalars) is { } rest ? new Product([.. constants, rest]) : null;
            case Quotient quotient when !Renaming.Variables(quotient.Under).Contains(x):
                return At(quotient.Over, x, end, scalars) is { } over ? new Quotient(over, quotient.Under) : null;
            case Power { Base: Symbol, Exponent: Number { Value.Sign: < 0 } }:
                return Number.Zero;
            case Call { Name: "arctan", Arguments: [Symbol] }:
                return new Quotient(new Product([Number.Of(sign), new Constant(ConstantName.Pi)]), Number.Of(2));
            default:
                return Vanishes(primitive, x, sign, scalars) ? Number.Zero : null;
        }
    }

    // An exponential that goes to zero, times what grows no faster than a power.
    private static bool Vanishes(Expr expr, string x, int sign, ScalarComparison scalars) => expr switch
    {
        Product product => product.Factors.Any(factor => Vanishes(factor, x, sign, scalars)) && product.Factors.All(factor => Vanishes(factor, x, sign, scalars) || IsTame(factor, x)),
        Quotient quotient => !Renaming.Variables(quotient.Under).Contains(x) && Vanishes(quotient.Over, x, sign, scalars),
        _ => Decays(expr, x, sign, scalars),
    };

    private static bool Decays(Expr expr, string x, int sign, ScalarComparison scalars) =>
        expr is Power { Base: Constant { Name: ConstantName.E }, Exponent: var exponent } && Linear(exponent, x) is var (slope, _) && scalars.Order(slope, Number.Zero) == -sign;

    // Grows no faster than a power: a polynomial, sine or cosine.
    private static bool IsTame(Expr expr, string x) => !Renaming.Variables(expr).Contains(x) || expr switch
    {
        Symbol => true,
        Sum sum => sum.Terms.All(term => IsTame(term, x)),
        Product product => product.Factors.All(factor => IsTame(factor, x)),
        Power { Exponent: Number { Value.Sign: > 0 } } power => IsTame(power.Base, x),
        Call { Name: "sin" or "cos" } => true,
        _ => false,
    };

    // ∫ e^(-c x²) from -∞ to ∞ is √(π/c), from 0 half of it.
    private static Expr? Gaussian(Integral integral, ScalarComparison scalars)
    {
        var x = new Symbol(integral.Variable);
        var upper = ScalarComparison.Infinite(integral.To!) > 0;
        var half = integral.From is Number { Value.IsZero: true };
        if (!upper || (!half && ScalarComparison.Infinite(integral.From!) >= 0) || integral.Body is not Power { Base: Constant { Name: ConstantName.E }, Exponent: var exponent })
            return null;
        var factor = Build.Negate(Renaming.Of(exponent, x.Name, Number.One));
        if (scalars.Order(factor, Number.Zero) is not 1 || scalars.Compare(exponent, Build.Negate(new Product([factor, x, x]))).Equivalence is not Equivalence.Equal)
            return null;
        Expr root = new Call("sqrt", new Quotient(new Constant(ConstantName.Pi), factor));
        return half ? new Quotient(root, Number.Of(2)) : root;
    }

    private static Expr? Antiderivative(Expr body, string x, Expr from, Expr to, ScalarComparison scalars, int parts)
    {
        var variable = new Symbol(x);
        if (!Renaming.Variables(body).Contains(x))
            return new Product([body, variable]);
        switch (body)
        {
            case Symbol:
                return new Quotient(new Power(variable, Number.Of(2)), Number.Of(2));
            case Sum sum:
                var terms = new List<Expr>();
                foreach (var term in sum.Terms)
                {
                    if (Antiderivative(term, x, from, to, scalars, parts) is not { } next)
                        return null;
                    terms.Add(next);
                }
                return new Sum(terms);
            case Product product:
                return OfProduct(product, x, from, to, scalars, parts);
            case Quotient quotient:
                return OfQuotient(quotient, x, from, to, scalars, parts);
            case Power { Base: Constant { Name: ConstantName.E }, Exponent: var exponent } when Linear(exponent, x) is var (slope, _):
                return new Quotient(body, slope);
            case Power { Base: var radix, Exponent: Number { Value: var n } } when Linear(radix, x) is var (slope, _):
                return OfPower(radix, slope, n, x, from, to, scalars);
            case Call { Name: "sqrt", Arguments: [var radicand] }:
                return Antiderivative(new Power(radicand, new Number(new(1, 2))), x, from, to, scalars, parts);
            case Call { Name: "sin" or "cos", Arguments: [var angle] } call when Linear(angle, x) is var (slope, _):
                return call.Name is "sin" ? Build.Negate(new Quotient(new Call("cos", angle), slope)) : new Quotient(new Call("sin", angle), slope);
            case Call { Name: "ln", Arguments: [Symbol] } when scalars.Order(from, Number.Zero) > 0:
                return new Product([variable, new Sum([body, Number.Of(-1)])]);
            default:
                return null;
        }
    }

    private static Expr? OfProduct(Product product, string x, Expr from, Expr to, ScalarComparison scalars, int parts)
    {
        var constants = product.Factors.Where(factor => !Renaming.Variables(factor).Contains(x)).ToList();
        var others = product.Factors.Where(factor => Renaming.Variables(factor).Contains(x)).ToList();
        if (constants.Count > 0)
            return Antiderivative(others.Count == 1 ? others[0] : new Product(others), x, from, to, scalars, parts) is { } inner ? new Product([.. constants, inner]) : null;
        // Multiply a sum out; else by parts, the polynomial being what is differentiated.
        if (others.FindIndex(static factor => factor is Sum) is var place and >= 0)
            return parts == 0 ? null : Antiderivative(new Sum([.. ((Sum)others[place]).Terms.Select(term => new Product([.. others.Where((_, i) => i != place), term]))]), x, from, to, scalars, parts - 1);
        if (others.FindIndex(static factor => factor is not Symbol and not Power { Base: Symbol }) is not (>= 0 and var transcendental))
            return OfMonomial(others, x, from, to, scalars);
        others.Add(Number.One);
        var outer = others[transcendental];
        others.RemoveAt(transcendental);
        Expr power = new Product(others);
        if (parts == 0 || !IsWholePower(others) || outer is not (Power { Base: Constant } or Call { Name: "sin" or "cos" }) || Antiderivative(outer, x, from, to, scalars, 0) is not { } whole || Reduced(others, x) is not { } slope)
            return null;
        return Antiderivative(new Product([.. slope, whole]), x, from, to, scalars, parts - 1) is { } rest ? Build.Subtract(new Product([power, whole]), rest) : null;
    }

    private static bool IsWholePower(List<Expr> factors) =>
        factors.TrueForAll(static factor => factor is Number or Symbol or Power { Exponent: Number { Value: { Sign: > 0, Denominator.IsOne: true } } });

    // The derivative of a product of whole powers of x, as factors.
    private static List<Expr>? Reduced(List<Expr> factors, string x)
    {
        var degree = Degree(factors);
        return degree is not { Sign: > 0 } n ? null : n == new Rational(1) ? [Number.One] : [new Number(n), new Power(new Symbol(x), new Number(n - new Rational(1)))];
    }

    private static Rational? Degree(List<Expr> factors)
    {
        Rational? degree = default(Rational);
        foreach (var factor in factors)
            degree += factor switch { Symbol => new Rational(1), Power { Exponent: Number { Value: var n } } => n, Number { Value: var one } when one == new Rational(1) => default(Rational), _ => null };
        return degree;
    }

    private static Quotient? OfMonomial(List<Expr> factors, string x, Expr from, Expr to, ScalarComparison scalars) =>
        Degree(factors) is { } degree ? OfPower(new Symbol(x), Number.One, degree, x, from, to, scalars) : null;

    private static Expr? OfQuotient(Quotient quotient, string x, Expr from, Expr to, ScalarComparison scalars, int parts)
    {
        if (!Renaming.Variables(quotient.Under).Contains(x))
            return Antiderivative(quotient.Over, x, from, to, scalars, parts) is { } inner ? new Quotient(inner, quotient.Under) : null;
        if (Renaming.Variables(quotient.Over).Contains(x))
            return parts > 0 && quotient.Over is Sum sum ? Antiderivative(new Sum([.. sum.Terms.Select(term => new Quotient(term, quotient.Under))]), x, from, to, scalars, parts - 1) : null;
        Expr? rational = quotient.Under switch
        {
            Power { Base: var radix, Exponent: Number { Value: var n } } when Linear(radix, x) is var (slope, _) => OfPower(radix, slope, -n, x, from, to, scalars),
            Call { Name: "sqrt", Arguments: [var radicand] } when Linear(radicand, x) is var (slope, _) => OfPower(radicand, slope, new(-1, 2), x, from, to, scalars),
            Sum when scalars.Compare(quotient.Under, new Sum([Number.One, new Power(new Symbol(x), Number.Of(2))])).Equivalence is Equivalence.Equal => new Call("arctan", new Symbol(x)),
            var under when Linear(under, x) is var (slope, _) => OfPower(under, slope, new(-1), x, from, to, scalars),
            _ => null,
        };
        return rational is null ? null : new Product([quotient.Over, rational]);
    }

    // ∫ (ax+b)^n; negative and broken powers only where ax+b is positive between the bounds.
    private static Quotient? OfPower(Expr radix, Expr slope, Rational n, string x, Expr from, Expr to, ScalarComparison scalars)
    {
        var whole = n.Denominator.IsOne && n.Sign >= 0;
        if (!whole && !(Positive(from) && Positive(to)))
            return null;
        if (n == new Rational(-1))
            return new Quotient(new Call("ln", radix), slope);
        var next = new Number(n + new Rational(1));
        return new Quotient(new Power(radix, next), new Product([next, slope]));

        bool Positive(Expr end) => ScalarComparison.Infinite(end) switch
        {
            0 => scalars.Order(Renaming.Of(radix, x, end), Number.Zero) is { } order && (order > 0 || (order == 0 && n.Sign > 0)),
            var sign => scalars.Order(slope, Number.Zero) == sign,
        };
    }

    /// <summary>Slope and start of a linear expression.</summary>
    private static (Expr Slope, Expr Start)? Linear(Expr expr, string x)
    {
        if (Derivation.Of(expr, x) is not { } slope || Renaming.Variables(slope).Contains(x) || slope == Number.Zero)
            return null;
        return (slope, Renaming.Of(expr, x, Number.Zero));
    }
}
