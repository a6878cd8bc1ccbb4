namespace Symbolics;

/// <summary>
/// How much work one comparison may do: a count of steps, not a clock, so that every machine stops at the same place. A step is about
/// 30 ns of one core of 2020; what costs more than one, above all arithmetic of long numbers, is paid for before it is done.
/// </summary>
internal sealed class WorkBudget(int steps)
{
    public const int Default = 200_000;

    /// <summary>The longest number that exact arithmetic makes, in bits.</summary>
    public const int MaxBits = 32_768;

    private int _left = steps;

    public bool Spent => _left <= 0;

    public int Left => Math.Max(_left, 0);

    /// <summary>Whether so many steps were left; they are taken either way.</summary>
    public bool Take(long cost)
    {
        _left = cost >= _left ? 0 : _left - (int)cost;
        return _left > 0;
    }

    /// <summary>Pays for a product of integers, or for dividing a number of the sum of these lengths by one of them.</summary>
    public bool TakeProduct(long leftBits, long rightBits) => Take(1 + (Limbs(leftBits) * Limbs(rightBits) / 24));

    /// <summary>Pays for one operation of two fractions, which ends with a greatest common divisor.</summary>
    public bool TakeFractions(Rational left, Rational right)
    {
        var (one, other) = (left.Bits, right.Bits);
        return left.IsInteger && right.IsInteger ? TakeProduct(one, other) : TakeReduction(one + other);
    }

    /// <summary>Pays for reducing a fraction of so many bits: Euclid's algorithm is quadratic.</summary>
    public bool TakeReduction(long bits) => Take(8 + (Limbs(bits) * Limbs(bits) / 16));

    /// <summary>Pays for reading a number of so many decimal digits, so many of them behind its point.</summary>
    public bool TakeDigits(long digits, long decimals) =>
        Take(1 + (digits / 4) + (digits * digits / 10_000)) && (decimals <= 0 || TakeReduction((digits + decimals) * 10 / 3));

    /// <summary>Pays for writing a number of so many bits in decimal digits.</summary>
    public bool TakeSpelling(long bits) => Take(1 + (Limbs(bits) * Limbs(bits) / 4));

    /// <summary>Pays for a power whose value has so many bits.</summary>
    public bool TakePower(long bits) => Take(4 + (Limbs(bits) * Limbs(bits) / 48));

    /// <summary>Pays for a product of that many small factors that grows to so many bits.</summary>
    public bool TakeGrowing(long factors, long bits) => Take(factors * (2 + (Limbs(bits) / 32)));

    private static long Limbs(long bits) => (bits / 32) + 1;
}
