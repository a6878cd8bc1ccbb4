namespace Symbolics;

/// <summary>Questions about all parts of an expression.</summary>
internal static class Parts
{
    public static bool NeedsIntegers(Expr expr) => expr is Repeated
        || (expr is Call { Name: "factorial" or "doublefactorial" or "binom" or "arrangements" or "gcd" or "lcm" } && Renaming.Variables(expr).Count > 0)
        || (expr is Power { Base: Number { Value.Sign: < 0 } or Product { Factors: [Number { Value.Sign: < 0 }, ..] } } power && Renaming.Variables(power.Exponent).Count > 0);

    public static bool IsEllipsis(Expr expr) => expr is Symbol { Name: "…" };

    public static bool IsCalculus(Expr expr) => expr is Integral or Derivative or Limit || expr is Repeated { To: Constant { Name: ConstantName.Infinity } };

    public static bool IsBareLog(Expr expr) => expr is Call { Name: "log", Arguments.Count: 1 };

    public static bool Any(Expr expr, Func<Expr, bool> holds) => holds(expr) || expr switch
    {
        Sum sum => Any(sum.Terms, holds),
        Product product => Any(product.Factors, holds),
        Quotient quotient => Any(quotient.Over, holds) || Any(quotient.Under, holds),
        Power power => Any(power.Base, holds) || Any(power.Exponent, holds),
        Call call => Any(call.Arguments, holds),
        Repeated repeated => Any(repeated.From, holds) || Any(repeated.To, holds) || Any(repeated.Body, holds),
        Integral integral => Any(integral.Body, holds) || (integral.From is { } from && Any(from, holds)) || (integral.To is { } to && Any(to, holds)),
        Derivative derivative => Any(derivative.Body, holds),
        Limit limit => Any(limit.Body, holds) || Any(limit.Point, holds),
        _ => false,
    };

    private static bool Any(IReadOnlyList<Expr> parts, Func<Expr, bool> holds)
    {
        foreach (var part in parts)
        {
            if (Any(part, holds))
                return true;
        }
        return false;
    }
}
