namespace Symbolics;

/// <summary>Sines, cosines and tangents that are rational: by Niven's theorem those of multiples of π/6 and π/4 that give 0, ±1/2, ±1.</summary>
internal sealed partial class ExactValue
{
    private Rational? Trigonometry(string name, Expr angle)
    {
        if (MultipleOfPi(angle) is not { } turns)
            return null;
        return name switch
        {
            "sin" => Sine(turns),
            "cos" => Sine(turns + new Rational(1, 2)),
            _ => Tangent(turns),
        };
    }

    /// <summary>q where the expression is q·π, exactly.</summary>
    public Rational? MultipleOfPi(Expr expr) => !budget.Take(2) ? null : expr switch
    {
        Constant { Name: ConstantName.Pi } => new Rational(1),
        Number { Value.IsZero: true } => default(Rational),
        Call { Name: "deg", Arguments: [var degrees] } => Of(degrees) is { } value ? value / new Rational(180) : null,
        Quotient quotient => Of(quotient.Under) is { IsZero: false } under && MultipleOfPi(quotient.Over) is { } over ? over / under : null,
        Product product => MultipleOfPi(product),
        Sum sum => MultipleOfPi(sum),
        _ => null,
    };

    private Rational? MultipleOfPi(Product product)
    {
        Rational? found = null;
        var factor = new Rational(1);
        foreach (var part in product.Factors)
        {
            if (found is null && MultipleOfPi(part) is { } turns && part is not Number)
                found = turns;
            else if (Of(part) is { } value && budget.TakeFractions(factor, value))
                factor *= value;
            else
                return null;
        }
        return found * factor;
    }

    private Rational? MultipleOfPi(Sum sum)
    {
        Rational? total = default(Rational);
        foreach (var term in sum.Terms)
            total = total + MultipleOfPi(term);
        return total;
    }

    private static Rational? Sine(Rational turns)
    {
        var sixths = turns * new Rational(6);
        if (!sixths.Denominator.IsOne)
            return null;
        return (int)(((sixths.Numerator % 12) + 12) % 12) switch
        {
            0 or 6 => default(Rational),
            1 or 5 => new Rational(1, 2),
            3 => new Rational(1),
            7 or 11 => new Rational(-1, 2),
            9 => new Rational(-1),
            _ => null,
        };
    }

    private static Rational? Tangent(Rational turns)
    {
        var quarters = turns * new Rational(4);
        if (!quarters.Denominator.IsOne)
            return null;
        return (int)(((quarters.Numerator % 4) + 4) % 4) switch
        {
            0 => default(Rational),
            1 => new Rational(1),
            3 => new Rational(-1),
            _ => null,
        };
    }
}
