namespace Symbolics;

/// <summary>Works out derivatives, and those integrals, limits and infinite sums for which a rule below is exact; the others stay what they are.</summary>
internal static class Resolution
{
    public static Expr Of(Expr expr, ScalarComparison scalars) => Parts.Any(expr, Parts.IsCalculus) ? Inside(expr, scalars) : expr;

    private static Expr Inside(Expr expr, ScalarComparison scalars) => expr switch
    {
        Sum sum => new Sum([.. sum.Terms.Select(term => Of(term, scalars))]),
        Product product => new Product([.. product.Factors.Select(factor => Of(factor, scalars))]),
        Quotient quotient => new Quotient(Of(quotient.Over, scalars), Of(quotient.Under, scalars)),
        Power power => new Power(Of(power.Base, scalars), Of(power.Exponent, scalars)),
        Call call => call with { Arguments = [.. call.Arguments.Select(argument => Of(argument, scalars))] },
        Derivative derivative => Differentiated(derivative with { Body = Of(derivative.Body, scalars) }),
        Integral { From: { } from, To: { } to } integral => Integration.Of(integral with { Body = Of(integral.Body, scalars), From = Of(from, scalars), To = Of(to, scalars) }, scalars),
        Integral antiderivative => antiderivative with { Body = Of(antiderivative.Body, scalars) },
        Limit limit => Limits.Of(limit with { Body = Of(limit.Body, scalars), Point = Of(limit.Point, scalars) }, scalars),
        Repeated repeated => Series.Of(repeated with { From = Of(repeated.From, scalars), To = Of(repeated.To, scalars), Body = Of(repeated.Body, scalars) }, scalars),
        _ => expr,
    };

    private static Expr Differentiated(Derivative derivative)
    {
        var body = derivative.Body;
        if (Parts.Any(body, static part => part is Constant { Name: ConstantName.Infinity } || Parts.IsEllipsis(part)))
            return derivative;
        for (var i = 0; i < derivative.Order; i++)
        {
            if (Derivation.Of(body, derivative.Variable) is not { } next)
                return derivative with { Body = body, Order = derivative.Order - i };
            body = next;
        }
        return body;
    }
}
