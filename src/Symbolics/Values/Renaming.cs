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
        Integral { From: { } from, To: { } to } integral => integral with
        {
            Body = integral.Variable == name ? integral.Body : Of(integral.Body, name, by),
            From = Of(from, name, by),
            To = Of(to, name, by),
        },
        Derivative derivative when derivative.Variable != name => derivative with { Body = Of(derivative.Body, name, by) },
        Limit limit => limit with { Body = limit.Variable == name ? limit.Body : Of(limit.Body, name, by), Point = Of(limit.Point, name, by) },
        _ => expr,
    };

    /// <summary>The same for every expression in an answer.</summary>
    public static Answer Of(Answer answer, string name, Expr by) => answer switch
    {
        Scalar scalar => scalar with { Value = Of(scalar.Value, name, by) },
        Sequence sequence => sequence with { Items = [.. sequence.Items.Select(item => Of(item, name, by))] },
        Combined combined => combined with { Items = [.. combined.Items.Select(item => Of(item, name, by))] },
        Relation relation => relation with { Sides = [.. relation.Sides.Select(side => Of(side, name, by))] },
        Matrix matrix => new Matrix([.. matrix.Rows.Select(row => (IReadOnlyList<Answer>)[.. row.Select(cell => Of(cell, name, by))])]),
        Builder builder => new Builder(Of(builder.Element, name, by), Of(builder.Condition, name, by)),
        _ => answer,
    };

    /// <summary>The variables of an answer's expressions.</summary>
    public static SortedSet<string> Variables(Answer answer) => Each([answer], new(StringComparer.Ordinal), Collect);

    private static void Collect(Answer answer, SortedSet<string> names)
    {
        switch (answer)
        {
            case Scalar scalar:
                Collect(scalar.Value, names);
                break;
            case Sequence sequence:
                Each(sequence.Items, names, Collect);
                break;
            case Combined combined:
                Each(combined.Items, names, Collect);
                break;
            case Relation relation:
                Each(relation.Sides, names, Collect);
                break;
            case Matrix matrix:
                foreach (var row in matrix.Rows)
                    Each(row, names, Collect);
                break;
            case Builder builder:
                Each([builder.Element, builder.Condition], names, Collect);
                break;
        }
    }

    private static SortedSet<string> Each<T>(IReadOnlyList<T> parts, SortedSet<string> names, Action<T, SortedSet<string>> collect)
    {
        foreach (var part in parts)
            collect(part, names);
        return names;
    }

    /// <summary>The variables of an expression, in the order of their names.</summary>
    public static SortedSet<string> Variables(Expr expr) => Each([expr], new(StringComparer.Ordinal), Collect);

    private static void Collect(Expr expr, SortedSet<string> names)
    {
        switch (expr)
        {
            case Symbol symbol:
                names.Add(symbol.Name);
                break;
            case Sum sum:
                Each(sum.Terms, names, Collect);
                break;
            case Product product:
                Each(product.Factors, names, Collect);
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
                Each(call.Arguments, names, Collect);
                break;
            case Repeated repeated:
                Inside(repeated.Body, repeated.Index, names);
                Collect(repeated.From, names);
                Collect(repeated.To, names);
                break;
            case Integral { From: { } from, To: { } to } integral:
                Inside(integral.Body, integral.Variable, names);
                Collect(from, names);
                Collect(to, names);
                break;
            case Integral antiderivative:
                Collect(antiderivative.Body, names);
                names.Add(antiderivative.Variable);
                break;
            case Derivative derivative:
                Collect(derivative.Body, names);
                break;
            case Limit limit:
                Inside(limit.Body, limit.Variable, names);
                Collect(limit.Point, names);
                break;
        }
    }

    // The variables of a body but for its own.
    private static void Inside(Expr body, string bound, SortedSet<string> names)
    {
        var known = names.Contains(bound);
        Collect(body, names);
        if (!known)
            names.Remove(bound);
    }
}
