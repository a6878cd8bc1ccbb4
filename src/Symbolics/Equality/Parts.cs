namespace Symbolics;

/// <summary>Questions about all parts of an expression.</summary>
internal static class Parts
{
    public static bool NeedsIntegers(Expr expr) => expr is Repeated
        || (expr is Call { Name: "factorial" or "doublefactorial" or "binom" or "arrangements" or "gcd" or "lcm" } && Renaming.Variables(expr).Count > 0)
        || (expr is Power { Base: Number { Value.Sign: < 0 } or Product { Factors: [Number { Value.Sign: < 0 }, ..] } } power && Renaming.Variables(power.Exponent).Count > 0);

    public static bool IsEllipsis(Expr expr) => expr is Symbol { Name: "…" };

    public static bool IsCalculus(Expr expr) => expr is Integral or Derivative or Limit || expr is Repeated { To: Constant { Name: ConstantName.Infinity } };

    /// <summary>What stands between the two signs of a chain.</summary>
    public static Expr? Middle(Relation relation) => relation.Sides is [_, Scalar { Unit: null, Value: var middle }, _] ? middle : null;

    public static bool IsBareLog(Expr expr) => expr is Call { Name: "log", Arguments.Count: 1 };

    /// <summary>Whether two expressions were written with the same parts in the same order.</summary>
    public static bool Same(Expr left, Expr right) => (left, right) switch
    {
        (Sum one, Sum other) => Same(one.Terms, other.Terms),
        (Product one, Product other) => Same(one.Factors, other.Factors),
        (Quotient one, Quotient other) => Same(one.Over, other.Over) && Same(one.Under, other.Under),
        (Power one, Power other) => Same(one.Base, other.Base) && Same(one.Exponent, other.Exponent),
        (Call one, Call other) => one.Name == other.Name && Same(one.Arguments, other.Arguments),
        (Repeated one, Repeated other) => one.IsProduct == other.IsProduct && one.Index == other.Index
            && Same(one.From, other.From) && Same(one.To, other.To) && Same(one.Body, other.Body),
        (Number one, Number other) => one.Value == other.Value,
        _ => left.GetType() == right.GetType() && left is Symbol or Constant && left == right,
    };

    private static bool Same(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(left[i], right[i]))
                return false;
        }
        return true;
    }

    /// <summary>How many parts an expression has, itself included.</summary>
    public static int Count(Expr expr) => 1 + expr switch
    {
        Sum sum => Count(sum.Terms),
        Product product => Count(product.Factors),
        Quotient quotient => Count(quotient.Over) + Count(quotient.Under),
        Power power => Count(power.Base) + Count(power.Exponent),
        Call call => Count(call.Arguments),
        Repeated repeated => Count(repeated.From) + Count(repeated.To) + Count(repeated.Body),
        Integral integral => Count(integral.Body) + (integral.From is { } from ? Count(from) : 0) + (integral.To is { } to ? Count(to) : 0),
        Derivative derivative => Count(derivative.Body),
        Limit limit => Count(limit.Body) + Count(limit.Point),
        _ => 0,
    };

    private static int Count(IReadOnlyList<Expr> parts)
    {
        var count = 0;
        foreach (var part in parts)
            count += Count(part);
        return count;
    }

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
