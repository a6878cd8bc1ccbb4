namespace Symbolics;

/// <summary>Replaces a variable.</summary>
internal static class Renaming
{
    public static Expr Of(Expr expr, string name, string by) => Of(expr, name, new Symbol(by));

    public static Expr Of(Expr expr, string name, Expr by) => expr switch
    {
        Symbol symbol => symbol.Name == name ? by : expr,
        Sum sum => new Sum([.. sum.Terms.Select(term => Of(term, name, by))]),
        Product product => new Product([.. product.Factors.Select(factor => Of(factor, name, by))]),
        Quotient quotient => new Quotient(Of(quotient.Over, name, by), Of(quotient.Under, name, by)),
        Power power => new Power(Of(power.Base, name, by), Of(power.Exponent, name, by)),
        Call call => new Call(call.Name, [.. call.Arguments.Select(argument => Of(argument, name, by))]),
        Repeated repeated when repeated.Index != name => new Repeated(
            repeated.IsProduct, repeated.Index, Of(repeated.From, name, by), Of(repeated.To, name, by), Of(repeated.Body, name, by)),
        _ => expr,
    };

    /// <summary>The variables of an expression, in the order of their names.</summary>
    public static SortedSet<string> Variables(Expr expr)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(expr, names);
        return names;
    }

    private static void Collect(Expr expr, SortedSet<string> names)
    {
        switch (expr)
        {
            case Symbol symbol:
                names.Add(symbol.Name);
                break;
            case Sum sum:
                Each(sum.Terms, names);
                break;
            case Product product:
                Each(product.Factors, names);
                break;
            case Quotient quotient:
                Collect(quotient.Over, names);
                Collect(quotient.Under, names);
                break;
            case Power power:
                Collect(power.Base, names);
                Collect(power.Exponent, names);
                break;
            case Call call:
                Each(call.Arguments, names);
                break;
            case Repeated repeated:
                Collect(repeated.Body, names);
                names.Remove(repeated.Index);
                Collect(repeated.From, names);
                Collect(repeated.To, names);
                break;
        }
    }

    private static void Each(IReadOnlyList<Expr> parts, SortedSet<string> names)
    {
        foreach (var part in parts)
            Collect(part, names);
    }
}
