namespace Symbolics;

/// <summary>Infinite sums: geometric ones, Σ 1/k², Σ 1/k⁴ and those of the exponential function.</summary>
internal static class Series
{
    public static Expr Of(Repeated repeated, ScalarComparison scalars)
    {
        if (repeated.IsProduct || ScalarComparison.Infinite(repeated.To) <= 0)
            return repeated;
        return Geometric(repeated, scalars) ?? Zeta(repeated, scalars) ?? Exponential(repeated, scalars) ?? repeated;
    }

    // Σ c r^k from m on is c r^m / (1 - r) for |r| < 1.
    private static Quotient? Geometric(Repeated repeated, ScalarComparison scalars)
    {
        var first = Renaming.Of(repeated.Body, repeated.Index, repeated.From);
        var next = Next(repeated);
        var ratio = new Quotient(Renaming.Of(next, repeated.Index, repeated.From), first);
        if (Renaming.Variables(ratio).Count > 0 || scalars.Order(ratio, Number.One) is not -1 || scalars.Order(ratio, Number.Of(-1)) is not 1)
            return null;
        return scalars.Compare(next, new Product([ratio, repeated.Body])) is { Equivalence: Equivalence.Equal, Grounds: not Grounds.Enclosures }
            ? new(first, Build.Subtract(Number.One, ratio)) : null;
    }

    private static Expr Next(Repeated repeated) => Renaming.Of(repeated.Body, repeated.Index, new Sum([new Symbol(repeated.Index), Number.One]));

    private static Product? Zeta(Repeated repeated, ScalarComparison scalars)
    {
        if (repeated.From is not Number { Value: var start } || start != new Rational(1))
            return null;
        var factor = Renaming.Of(repeated.Body, repeated.Index, Number.One);
        foreach (var (power, under) in new[] { (2, 6), (4, 90) })
        {
            var exponent = Number.Of(power);
            if (scalars.Compare(repeated.Body, new Quotient(factor, new Power(new Symbol(repeated.Index), exponent))) is { Equivalence: Equivalence.Equal, Grounds: not Grounds.Enclosures })
                return new([factor, new Quotient(new Power(new Constant(ConstantName.Pi), exponent), Number.Of(under))]);
        }
        return null;
    }

    // Σ c x^k / k! from 0 on is c e^x; a start at 1 leaves out the first term.
    private static Expr? Exponential(Repeated repeated, ScalarComparison scalars)
    {
        if (repeated.From is not Number { Value: var start } || (start != default && start != new Rational(1)) || repeated.Body is not Quotient { Under: Call { Name: "factorial", Arguments: [Symbol index] } } quotient || index.Name != repeated.Index)
            return null;
        var first = Renaming.Of(quotient.Over, repeated.Index, Number.Zero);
        var x = new Quotient(Renaming.Of(quotient.Over, repeated.Index, Number.One), first);
        if (scalars.Compare(Renaming.Of(quotient.Over, repeated.Index, new Sum([index, Number.One])), new Product([x, quotient.Over])) is not { Equivalence: Equivalence.Equal, Grounds: not Grounds.Enclosures })
            return null;
        Expr whole = new Product([first, new Power(new Constant(ConstantName.E), x)]);
        return start == default ? whole : Build.Subtract(whole, first);
    }
}
