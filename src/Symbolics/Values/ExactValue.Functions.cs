using System.Numerics;

namespace Symbolics;

/// <summary>Functions whose value at rational arguments is rational.</summary>
internal sealed partial class ExactValue
{
    private Rational? OfCall(Call call)
    {
        if (call.Name is "max" or "min" or "gcd" or "lcm")
            return OfMany(call);
        if (call.Name is "sin" or "cos" or "tan" && call.Arguments is [var angle])
            return Trigonometry(call.Name, angle);
        if (call.Arguments is [var only])
            return Of(only) is { } value ? OfOne(call.Name, value) : null;
        if (call.Arguments is not [var first, var second] || Of(first) is not { } x || Of(second) is not { } y)
            return null;
        return call.Name switch
        {
            "mod" when !y.IsZero => x - y * new Rational(Integers.Floor(x / y)),
            "binom" => Choose(x, y),
            "arrangements" => Choose(x, y) is { } chosen && Factorial(y) is { } orders ? Bounded(chosen * orders) : null,
            "log" => Logarithm(x, y),
            _ => null,
        };
    }

    private Rational? OfOne(string name, Rational value) => name switch
    {
        "sqrt" => value.Sign >= 0 ? RootOf(value, 2) : null,
        "abs" => value.Sign < 0 ? -value : value,
        "conj" => value,
        "floor" => new Rational(Integers.Floor(value)),
        "ceil" => new Rational(-Integers.Floor(-value)),
        "factorial" => Factorial(value),
        "doublefactorial" => DoubleFactorial(value),
        "sgn" => new Rational(value.Sign),
        "ln" => value == new Rational(1) ? default(Rational) : null,
        _ => null,
    };

    private Rational? OfMany(Call call)
    {
        Rational? result = null;
        foreach (var argument in call.Arguments)
        {
            if (Of(argument) is not { } value)
                return null;
            result = result is not { } before ? (call.Name is "gcd" or "lcm" && value.Sign < 0 ? -value : value) : call.Name switch
            {
                "max" => before > value ? before : value,
                "min" => before < value ? before : value,
                "gcd" => Common(before, value),
                _ => Common(before, value) is { IsZero: false } divisor ? Bounded(Absolute(before * value) / divisor) : default(Rational),
            };
        }
        return result;
    }

    private static Rational Absolute(Rational value) => value.Sign < 0 ? -value : value;

    // Of fractions: the greatest one of which both are multiples.
    private static Rational Common(Rational left, Rational right) =>
        new(BigInteger.GreatestCommonDivisor(left.Numerator * right.Denominator, right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    private Rational? Factorial(Rational value)
    {
        if (value.Sign < 0 || !value.Denominator.IsOne || value.Numerator > MaxFactorial)
            return null;
        var result = BigInteger.One;
        for (var i = 2; i <= (int)value.Numerator; i++)
            result *= i;
        return budget.Take((long)value.Numerator) ? new Rational(result) : null;
    }

    private Rational? DoubleFactorial(Rational value)
    {
        if (value.Sign < 0 || !value.Denominator.IsOne || value.Numerator > MaxFactorial)
            return null;
        var result = BigInteger.One;
        for (var i = (int)value.Numerator; i > 1; i -= 2)
            result *= i;
        return budget.Take((long)value.Numerator) ? new Rational(result) : null;
    }

    private Rational? Choose(Rational n, Rational k)
    {
        if (n.Sign < 0 || k.Sign < 0 || !n.Denominator.IsOne || !k.Denominator.IsOne)
            return null;
        if (k > n)
            return default(Rational);
        var (total, chosen) = (n.Numerator, BigInteger.Min(k.Numerator, n.Numerator - k.Numerator));
        if (chosen > MaxFactorial || chosen * total.GetBitLength() > WorkBudget.MaxBits || !budget.Take((long)chosen))
            return null;
        var result = BigInteger.One;
        for (var i = 1; i <= (int)chosen; i++)
            result = result * (total - chosen + i) / i;
        return new Rational(result);
    }

    // log_b(b^k), for small k.
    private static Rational? Logarithm(Rational radix, Rational value)
    {
        if (radix.Sign <= 0 || value.Sign <= 0 || radix == new Rational(1))
            return null;
        var (up, down) = (new Rational(1), new Rational(1));
        for (var k = 0; k <= 128; k++)
        {
            if (up == value)
                return new Rational(k);
            if (down == value)
                return new Rational(-k);
            (up, down) = (up * radix, down / radix);
            if (up.Numerator.GetBitLength() + up.Denominator.GetBitLength() > 4096)
                return null;
        }
        return null;
    }
}
