using System.Numerics;

namespace Symbolics;

internal static class Integers
{
    public static BigInteger Floor(Rational value)
    {
        if (value.IsInteger)
            return value.Numerator;
        var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>from · (from + step) · … up to <paramref name="to"/>; halves of like size keep the products few and long.</summary>
    public static BigInteger Product(BigInteger from, BigInteger to, int step)
    {
        if (to - from < 8 * step)
        {
            var product = BigInteger.One;
            for (; from <= to; from += step)
                product *= from;
            return product;
        }
        var middle = from + ((to - from) / (2 * step) * step);
        return Product(from, middle, step) * Product(middle + step, to, step);
    }

    /// <summary>The largest integer whose square is not above the value.</summary>
    public static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero)
            return value;
        var guess = Above(value, 2);
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
        if (value.GetBitLength() <= n)
            return null;
        var root = n == 2 ? SquareRoot(value) : FloorOfRoot(value, n);
        return BigInteger.Pow(root, n) == value ? root : null;
    }

    /// <summary>What <see cref="Root"/> costs: a few divisions as long as the number, as precision doubles from that of a double.</summary>
    public static bool CanTakeRoot(this WorkBudget budget, Rational value)
    {
        var bits = value.Bits;
        return budget.TakeProduct(2 * bits, bits) && budget.Take(bits > 2048 ? 64 : 16);
    }

    // Newton from above: x - (x - v / x^(n-1)) / n falls until it is the floor.
    private static BigInteger FloorOfRoot(BigInteger value, int n)
    {
        var guess = Above(value, n);
        while (true)
        {
            var next = (((n - 1) * guess) + (value / BigInteger.Pow(guess, n - 1))) / n;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }

    // A little more than the root, right to about 40 bits.
    private static BigInteger Above(BigInteger value, int n)
    {
        var size = BigInteger.Log(value) / Math.Log(2) / n;
        var shift = Math.Max(0, (int)size - 60);
        return ((BigInteger)Math.Ceiling(Math.Pow(2, size - shift) * (1 + 1e-9)) + 1) << shift;
    }
}
