using System.Numerics;

namespace Symbolics;

internal static class Integers
{
    public static BigInteger Floor(Rational value)
    {
        var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The largest integer whose square is not above the value.</summary>
    public static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero)
            return value;
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + value / guess) >> 1;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }

    /// <summary>The exact n-th root of a number that is not negative, or null.</summary>
    public static BigInteger? Root(BigInteger value, int n)
    {
        if (value.IsZero || value.IsOne)
            return value;
        if (n == 2)
            return SquareRoot(value) is var root && root * root == value ? root : null;
        var (low, high) = (BigInteger.One, BigInteger.One << (int)(value.GetBitLength() / n + 1));
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var power = BigInteger.Pow(middle, n);
            if (power == value)
                return middle;
            if (power < value)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }
}
