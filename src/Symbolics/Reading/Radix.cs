using System.Numerics;

namespace Symbolics;

/// <summary>Numerals in other bases: 1010_2.</summary>
internal static class Radix
{
    /// <summary>The value of digits in a base from 2 to 36, or null when one of them is no digit of it.</summary>
    public static Rational? Value(string digits, Rational radix)
    {
        if (radix < new Rational(2) || radix > new Rational(36) || !radix.Denominator.IsOne)
            return null;
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = c switch { >= '0' and <= '9' => c - '0', >= 'A' and <= 'Z' => c - 'A' + 10, _ => 99 };
            if (digit >= radix.Numerator)
                return null;
            value = value * radix.Numerator + digit;
        }
        return new(value);
    }
}
