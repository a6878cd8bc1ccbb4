using System.Numerics;

namespace Symbolics;

/// <summary>
/// Arithmetic of balls to a number of bits: each result holds every value that the operation can have. Null is "not defined", "out of
/// range" or "over the budget".
/// </summary>
internal sealed partial class Reals(int bits, WorkBudget budget)
{
    // Steps: what one operation costs at this precision, and one whole series.
    private readonly int _product = 12 + (bits / 32 * (bits / 32) / 12);
    private readonly int _quotient = 20 + (bits / 32 * (bits / 32) / 6);
    private readonly int _root = 60 + (bits / 32 * (bits / 32) / 2);
    private readonly int _series = bits * 2;

    // Beyond 2^±65536 numbers are out of range.
    private const int MaxExponent = 65_536;

    public int Bits { get; } = bits;

    public Ball Of(BigInteger value) => Round(new(value, BigInteger.Zero, 0));

    public Ball? Of(Rational value) => value.IsInteger ? Of(value.Numerator) : Divide(Of(value.Numerator), Of(value.Denominator));

    public Ball? Add(Ball left, Ball right)
    {
        if (left.IsZero || right.IsZero)
            return left.IsZero ? right : left;
        if (left.Exponent < right.Exponent)
            (left, right) = (right, left);
        var shift = left.Exponent - right.Exponent;
        if (shift > 4 * MaxExponent || !budget.Take(8 + (shift / 1024)))
            return null;
        // A number far smaller than the other only widens it.
        if (shift > 2 * Bits + 64 && right.Above < left.Exponent - Bits)
            return Round(left with { Radius = left.Radius + 1 });
        return Round(new((left.Middle << shift) + right.Middle, (left.Radius << shift) + right.Radius, right.Exponent));
    }

    public Ball? Subtract(Ball left, Ball right) => Add(left, -right);

    public Ball? Multiply(Ball left, Ball right) => !budget.Take(_product) ? null : InRange(Round(new(
        left.Middle * right.Middle,
        BigInteger.Abs(left.Middle) * right.Radius + BigInteger.Abs(right.Middle) * left.Radius + left.Radius * right.Radius,
        left.Exponent + right.Exponent)));

    public Ball? Divide(Ball left, Ball right)
    {
        if (right.HasZero || !budget.Take(_quotient))
            return null;
        // |l/r - ml/mr| <= (|ml| rr + |mr| rl) / (|mr| (|mr| - rr))
        var least = BigInteger.Abs(right.Middle) - right.Radius;
        var shift = (int)Math.Max(0, Bits + 16 + right.Middle.GetBitLength() - left.Middle.GetBitLength());
        var middle = (left.Middle << shift) / right.Middle;
        var spread = (BigInteger.Abs(left.Middle) * right.Radius + BigInteger.Abs(right.Middle) * left.Radius) << shift;
        var radius = spread / (BigInteger.Abs(right.Middle) * least) + 2;
        return InRange(Round(new(middle, left.IsZero ? 0 : radius, left.Exponent - right.Exponent - shift)));
    }

    public Ball? SquareRoot(Ball value)
    {
        if (value.IsZero)
            return value;
        if (value.Middle.Sign < 0 || value.HasZero || !budget.Take(_root))
            return null;
        var shift = (int)Math.Max(0, 2 * Bits + 32 - value.Middle.GetBitLength());
        if (((value.Exponent - shift) & 1) != 0)
            shift++;
        var low = Integers.SquareRoot((value.Middle - value.Radius) << shift);
        var high = Integers.SquareRoot((value.Middle + value.Radius) << shift) + 1;
        return Round(new((low + high) >> 1, ((high - low) >> 1) + 1, (value.Exponent - shift) / 2));
    }

    public Ball? Power(Ball value, BigInteger exponent)
    {
        if (exponent.Sign < 0)
            return Power(value, -exponent) is { } inverse ? Divide(Ball.One, inverse) : null;
        if (exponent > 1 << 20)
            return null;
        Ball? result = Ball.One;
        for (var bit = (int)exponent.GetBitLength() - 1; bit >= 0 && result is not null; bit--)
        {
            result = Multiply(result.Value, result.Value);
            if (result is not null && !((exponent >> bit) & 1).IsZero)
                result = Multiply(result.Value, value);
        }
        return result;
    }

    public static Ball Half(Ball value) => Scale(value, -1);

    private static Ball Scale(Ball value, int powerOfTwo) => value with { Exponent = value.Exponent + powerOfTwo };

    private static Ball? InRange(Ball value) => value.IsZero || value.Above is > -4 * MaxExponent and < MaxExponent ? value : null;

    private Ball Round(Ball value)
    {
        var extra = (int)(BigInteger.Abs(value.Middle).GetBitLength() - Bits - 16);
        var wide = (int)(value.Radius.GetBitLength() - 32);
        var shift = Math.Max(extra, wide);
        return shift <= 0 ? value
            : new(value.Middle >> shift, value.Radius.IsZero && (value.Middle & ((BigInteger.One << shift) - 1)).IsZero ? 0 : (value.Radius >> shift) + 2, value.Exponent + shift);
    }
}
