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
            "mod" when !y.IsZero && budget.TakeFractions(x, y) && budget.TakeFractions(x, y) => x - y * new Rational(Integers.Floor(x / y)),
            "binom" => Choose(x, y),
            "arrangements" => Choose(x, y) is { } chosen && Factorial(y) is { } orders && budget.TakeFractions(chosen, orders) ? Bounded(chosen * orders) : null,
            "log" => Logarithm(x, y),
            _ => null,
        };
    }

    private Rational? OfOne(string name, Rational value) => name switch
    {
        "sqrt" => value.Sign >= 0 && budget.CanTakeRoot(value) ? RootOf(value, 2) : null,
        "abs" => value.Size,
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
            if (Of(argument) is not { } value || (result is { } earlier && !(budget.TakeFractions(earlier, value) && budget.TakeFractions(earlier, value))))
                return null;
            result = result is not { } before ? (call.Name is "gcd" or "lcm" ? value.Size : value) : call.Name switch
            {
                "max" => before > value ? before : value,
                "min" => before < value ? before : value,
                "gcd" => Common(before, value),
                _ => Common(before, value) is { IsZero: false } divisor ? Bounded((before * value).Size / divisor) : default(Rational),
            };
        }
        return result;
    }

    // Of fractions: the greatest one of which both are multiples.
    private static Rational Common(Rational left, Rational right) =>
        new(BigInteger.GreatestCommonDivisor(left.Numerator * right.Denominator, right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    private Rational? Factorial(Rational value)
    {
        if (value.Sign < 0 || !value.IsInteger || value.Numerator > MaxFactorial)
            return null;
        var n = (int)value.Numerator;
        return budget.TakePower(n * (long)int.Log2(n + 2)) ? new Rational(Integers.Product(1, n, 1)) : null;
    }

    private Rational? DoubleFactorial(Rational value)
    {
        if (value.Sign < 0 || !value.IsInteger || value.Numerator > MaxFactorial)
            return null;
        var n = (int)value.Numerator;
        return budget.TakePower(n * (long)int.Log2(n + 2) / 2) ? new Rational(Integers.Product(n % 2 == 0 ? 2 : 1, n, 2)) : null;
    }

    private Rational? Choose(Rational n, Rational k)
    {
        if (n.Sign < 0 || k.Sign < 0 || !n.IsInteger || !k.IsInteger)
            return null;
        if (k > n)
            return default(Rational);
        var (total, chosen) = (n.Numerator, BigInteger.Min(k.Numerator, n.Numerator - k.Numerator));
        if (chosen > MaxFactorial || chosen * total.GetBitLength() > WorkBudget.MaxBits || !budget.TakePower(3 * (long)chosen * total.GetBitLength()))
            return null;
        return new Rational(Integers.Product(total - chosen + 1, total, 1) / Integers.Product(1, chosen, 1));
    }

    // log_b(b^k), for small k. With b in lowest terms all its powers are, so both parts grow on their own.
    private Rational? Logarithm(Rational radix, Rational value)
    {
        if (radix.Sign <= 0 || value.Sign <= 0 || radix == new Rational(1))
            return null;
        var (over, under, wanted, other) = (BigInteger.One, BigInteger.One, value.Numerator, value.Denominator);
        for (var k = 0; k <= 128; k++)
        {
            if (over == wanted && under == other)
                return new Rational(k);
            if (over == other && under == wanted)
                return new Rational(-k);
            var bits = over.GetBitLength() + under.GetBitLength();
            if (bits > 4096 || !budget.TakeProduct(bits, radix.Bits))
                return null;
            (over, under) = (over * radix.Numerator, under * radix.Denominator);
        }
        return null;
    }
}
