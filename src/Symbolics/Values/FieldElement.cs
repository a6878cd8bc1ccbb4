using System.Numerics;

namespace Symbolics;

/// <summary>a + b·i over the integers modulo a prime near 2^61 that leaves 3 when divided by 4, so that i² = -1 makes a field.</summary>
internal readonly record struct FieldElement(ulong Real, ulong Imaginary)
{
    public static readonly FieldElement One = new(1, 0);
    public static readonly FieldElement I = new(0, 1);

    public bool IsZero => Real == 0 && Imaginary == 0;
}

/// <summary>The field's arithmetic for one prime, which is a little below 2^61.</summary>
internal sealed class Field(ulong prime)
{
    private const ulong Mask = (1UL << 61) - 1;

    private readonly ulong _complement = (1UL << 61) - prime;

    public ulong Prime { get; } = prime;

    public FieldElement Of(BigInteger value)
    {
        var rest = (long)(value % Prime);
        return new(rest < 0 ? (ulong)(rest + (long)Prime) : (ulong)rest, 0);
    }

    public FieldElement? Of(Rational value) => value.IsInteger ? Of(value.Numerator) : Inverse(Of(value.Denominator)) is { } inverse ? Multiply(Of(value.Numerator), inverse) : null;

    public FieldElement Add(FieldElement left, FieldElement right) => new(Add(left.Real, right.Real), Add(left.Imaginary, right.Imaginary));

    public FieldElement Negate(FieldElement value) => new(Minus(value.Real), Minus(value.Imaginary));

    public FieldElement Multiply(FieldElement left, FieldElement right) => (left.Imaginary | right.Imaginary) == 0 ? new(Multiply(left.Real, right.Real), 0) : new(
        Add(Multiply(left.Real, right.Real), Minus(Multiply(left.Imaginary, right.Imaginary))),
        Add(Multiply(left.Real, right.Imaginary), Multiply(left.Imaginary, right.Real)));

    public FieldElement? Inverse(FieldElement value)
    {
        var norm = Add(Multiply(value.Real, value.Real), Multiply(value.Imaginary, value.Imaginary));
        if (norm == 0)
            return null;
        var inverse = Power(norm, Prime - 2);
        return new(Multiply(value.Real, inverse), Multiply(Minus(value.Imaginary), inverse));
    }

    public FieldElement? Power(FieldElement value, BigInteger exponent)
    {
        if (value.IsZero)
            return exponent.Sign > 0 ? value : null;
        if (exponent.Sign < 0)
            return Inverse(value) is { } inverse ? Power(inverse, -exponent) : null;
        // The group of the field's non-zero elements has p² - 1 of them, that of the prime field p - 1.
        exponent %= value.Imaginary == 0 ? Prime - 1 : (BigInteger)Prime * Prime - 1;
        var result = FieldElement.One;
        for (var bit = exponent.GetBitLength() - 1; bit >= 0; bit--)
        {
            result = Multiply(result, result);
            if (!((exponent >> (int)bit) & 1).IsZero)
                result = Multiply(result, value);
        }
        return result;
    }

    /// <summary>A square root of an element of the prime field; it is imaginary when the element is no square there.</summary>
    public FieldElement SquareRoot(ulong value)
    {
        var root = Power(value, (Prime + 1) / 4);
        return Multiply(root, root) == value ? new(root, 0) : new(0, Power(Minus(value), (Prime + 1) / 4));
    }

    private ulong Add(ulong left, ulong right)
    {
        var sum = left + right;
        return sum >= Prime ? sum - Prime : sum;
    }

    private ulong Minus(ulong value) => value == 0 ? 0 : Prime - value;

    // 2^61 is Prime's complement modulo it: the upper half of a product folds down twice.
    private ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        var folded = ((UInt128)((high << 3) | (low >> 61)) * _complement) + (low & Mask);
        var rest = ((ulong)folded & Mask) + ((ulong)(folded >> 61) * _complement);
        return rest >= Prime ? rest - Prime : rest;
    }

    private ulong Power(ulong value, ulong exponent)
    {
        var result = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                result = Multiply(result, value);
            value = Multiply(value, value);
        }
        return result;
    }
}
