namespace Symbolics;

/// <summary>The rules of differentiation; null where a part has no derivative that is known here.</summary>
internal static class Derivation
{
    public static Expr? Of(Expr expr, string x)
    {
        if (!Renaming.Variables(expr).Contains(x))
            return Number.Zero;
        switch (expr)
        {
            case Symbol:
                return Number.One;
            case Sum sum:
                var terms = new List<Expr>();
                foreach (var term in sum.Terms)
                {
                    if (Of(term, x) is not { } next)
                        return null;
                    if (next != Number.Zero)
                        terms.Add(next);
                }
                return new Sum(terms);
            case Product product:
                return OfProduct(product, x);
            case Quotient quotient:
                return Of(quotient.Over, x) is { } over && Of(quotient.Under, x) is { } under
                    ? under == Number.Zero ? new Quotient(over, quotient.Under)
                    : new Quotient(Build.Subtract(Times(over, quotient.Under), Times(quotient.Over, under)), new Power(quotient.Under, Number.Of(2))) : null;
            case Power power:
                return OfPower(power, x);
            // Of both signs: (ln |u|)' = u'/u.
            case Call { Name: "ln", Arguments: [Call { Name: "abs", Arguments: [var signed] }] }:
                return Of(signed, x) is { } growth ? new Quotient(growth, signed) : null;
            case Call { Arguments: [var inner] } call:
                return Of(inner, x) is { } slope && OfCall(call.Name, inner) is { } outer ? Times(outer, slope) : null;
            case Call { Name: "log", Arguments: [var radix, var value] } when !Renaming.Variables(radix).Contains(x):
                return Of(value, x) is { } rate ? new Quotient(rate, Times(value, new Call("ln", radix))) : null;
            default:
                return null;
        }
    }

    public static Expr Times(Expr left, Expr right) =>
        left == Number.Zero || right == Number.Zero ? Number.Zero : left == Number.One ? right : right == Number.One ? left : new Product([left, right]);

    private static Sum? OfProduct(Product product, string x)
    {
        var terms = new List<Expr>();
        for (var i = 0; i < product.Factors.Count; i++)
        {
            if (Of(product.Factors[i], x) is not { } slope)
                return null;
            if (slope != Number.Zero)
                terms.Add(new Product([.. product.Factors.Select((factor, j) => j == i ? slope : factor)]));
        }
        return new(terms);
    }

    // (f^c)' = c f^(c-1) f'; (a^g)' = a^g ln a g'; (f^g)' = f^g (g' ln f + g f'/f)
    private static Expr? OfPower(Power power, string x)
    {
        if (Of(power.Base, x) is not { } radix || Of(power.Exponent, x) is not { } exponent)
            return null;
        if (exponent == Number.Zero)
            return Times(Times(power.Exponent, new Power(power.Base, new Sum([power.Exponent, Number.Of(-1)]))), radix);
        if (power.Base is Constant { Name: ConstantName.E })
            return Times(power, exponent);
        var logarithm = Times(exponent, new Call("ln", power.Base));
        return Times(power, radix == Number.Zero ? logarithm : new Sum([logarithm, new Quotient(Times(power.Exponent, radix), power.Base)]));
    }

    private static Expr? OfCall(string name, Expr u) => name switch
    {
        "sin" => new Call("cos", u),
        "cos" => Build.Negate(new Call("sin", u)),
        "tan" => Build.Inverse(Squared(new Call("cos", u))),
        "cot" => Build.Negate(Build.Inverse(Squared(new Call("sin", u)))),
        "sec" => new Product([new Call("sec", u), new Call("tan", u)]),
        "csc" => Build.Negate(new Product([new Call("csc", u), new Call("cot", u)])),
        "arcsin" => Build.Inverse(new Call("sqrt", Build.Subtract(Number.One, Squared(u)))),
        "arccos" => Build.Negate(Build.Inverse(new Call("sqrt", Build.Subtract(Number.One, Squared(u))))),
        "arctan" => Build.Inverse(new Sum([Number.One, Squared(u)])),
        "sinh" => new Call("cosh", u),
        "cosh" => new Call("sinh", u),
        "tanh" => Build.Inverse(Squared(new Call("cosh", u))),
        "ln" => Build.Inverse(u),
        "sqrt" => Build.Inverse(new Product([Number.Of(2), new Call("sqrt", u)])),
        _ => null,
    };

    private static Power Squared(Expr value) => new(value, Number.Of(2));
}
