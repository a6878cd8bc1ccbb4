using System.Collections.Concurrent;
using System.Numerics;

namespace Symbolics;

/// <summary>Elementary functions: the argument is reduced, its middle goes through a series in fixed point, its radius through the slope's bound.</summary>
internal sealed partial class Reals
{
    private static readonly ConcurrentDictionary<int, Ball> s_pi = new();
    private static readonly ConcurrentDictionary<int, Ball> s_log2 = new();
    private static readonly ConcurrentDictionary<int, Ball> s_euler = new();

    private int Fixed => Bits + 32;

    // Machin: π = 16 atan(1/5) - 4 atan(1/239)
    public Ball Pi => s_pi.GetOrAdd(Fixed, static places => new(16 * ArcTangentOfInverse(5, places) - 4 * ArcTangentOfInverse(239, places), 8192, -places));

    /// <summary>e.</summary>
    public Ball Euler => s_euler.GetOrAdd(Bits, static bits => new Reals(bits, new(WorkBudget.Default)).Exp(Ball.One)!.Value);

    // ln 2 = 2 atanh(1/3)
    private Ball Log2 => s_log2.GetOrAdd(Fixed, static places => new(2 * Atanh((BigInteger.One << places) / 3, places), 8192, -places));

    /// <summary>e to the value.</summary>
    public Ball? Exp(Ball value)
    {
        if (value.IsZero)
            return Ball.One;
        if (value.Above > 16 || !budget.Take(_series))
            return null;
        // e^x = 2^k e^r
        var turns = Divide(value, Log2) is { } quotient ? Nearest(quotient) : null;
        if (turns is null || Multiply(Of(turns.Value), Log2) is not { } whole || Subtract(value, whole) is not { } rest)
            return null;
        var (middle, radius) = ToFixed(rest);
        var one = BigInteger.One << Fixed;
        if (radius > one >> 2 || BigInteger.Abs(middle) > one)
            return null;
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero && n < 4 * Bits; n++)
        {
            term = ((term * middle) >> Fixed) / n;
            if (term == BigInteger.MinusOne)
                term = 0;
            sum += term;
        }
        // e^r < 3 and its slope too; each term is off by less than 4 units.
        return Scale(Round(new(sum, 4 * radius + 16 * Bits, -Fixed)), (int)turns.Value);
    }

    /// <summary>The natural logarithm of positive numbers.</summary>
    public Ball? Log(Ball value)
    {
        if (value.Sign <= 0 || !budget.Take(_series))
            return null;
        // x = 2^k m, m in [1/2, 1): ln x = k ln 2 + 2 atanh((m - 1)/(m + 1))
        var k = (int)(value.Middle.GetBitLength() + value.Exponent);
        var mantissa = Scale(value, -k);
        if (Subtract(mantissa, Ball.One) is not { } over || Add(mantissa, Ball.One) is not { } under || Divide(over, under) is not { } z)
            return null;
        var (middle, radius) = ToFixed(z);
        // |z| <= 1/3 (a little more with the radius), where atanh's slope is below 2.
        if (radius > (BigInteger.One << Fixed) >> 3)
            return null;
        var log = Round(new(2 * Atanh(middle, Fixed), 4 * radius + 16 * Bits, -Fixed));
        return Multiply(Of(k), Log2) is { } whole ? Add(whole, log) : null;
    }

    public Ball? Sin(Ball value) => Circular(value, 0);

    public Ball? Cos(Ball value) => Circular(value, 1);

    public Ball? Atan(Ball value)
    {
        if (value.IsZero)
            return value;
        if (value.Sign != 0 && value.Below >= 0)
        {
            var half = Scale(Pi, -1);
            return Divide(Ball.One, value) is { } inverse && Atan(inverse) is { } angle ? Subtract(value.Sign < 0 ? -half : half, angle) : null;
        }
        // atan x = 2 atan(x / (1 + √(1 + x²))), twice: |x| <= 2 becomes |x| < 1/3
        if (!budget.Take(_series))
            return null;
        var reduced = value;
        for (var i = 0; i < 2; i++)
        {
            if (Multiply(reduced, reduced) is not { } square || Add(square, Ball.One) is not { } sum || SquareRoot(sum) is not { } root
                || Add(root, Ball.One) is not { } under || Divide(reduced, under) is not { } next)
                return null;
            reduced = next;
        }
        var (middle, radius) = ToFixed(reduced);
        return Scale(Round(new(OddSeries(middle, Fixed, alternating: true), radius + 16 * Bits, -Fixed)), 2);
    }

    private Ball? Circular(Ball value, int quarter)
    {
        if (value.Above > Bits / 2 || !budget.Take(_series) || Divide(Scale(value, 1), Pi) is not { } quotient || Nearest(quotient) is not { } turns)
            return null;
        if (Multiply(Of(turns), Scale(Pi, -1)) is not { } whole || Subtract(value, whole) is not { } rest)
            return null;
        var (middle, radius) = ToFixed(rest);
        var one = BigInteger.One << Fixed;
        if (radius > one >> 2 || BigInteger.Abs(middle) > 2 * one)
            return null;
        var index = (int)(((turns + quarter) % 4 + 4) % 4);
        var square = -((middle * middle) >> Fixed);
        var (term, first) = index % 2 == 0 ? (middle, 2) : (one, 1);
        var sum = term;
        for (var n = first; !term.IsZero && n < 4 * Bits; n += 2)
        {
            term = ((term * square) >> Fixed) / (n * (n + 1));
            sum += term;
        }
        return Round(new(index < 2 ? sum : -sum, radius + 16 * Bits, -Fixed));
    }

    private static BigInteger Atanh(BigInteger z, int places) => OddSeries(z, places, alternating: false);

    // z ± z³/3 + z⁵/5 ± …, |z| <= 1/2
    private static BigInteger OddSeries(BigInteger z, int places, bool alternating)
    {
        var square = (z * z) >> places;
        var sum = z;
        var power = z;
        for (var n = 3; n < 4 * places; n += 2)
        {
            power = (power * square) >> places;
            var term = power / n;
            if (term.IsZero)
                break;
            sum += alternating && (n & 2) != 0 ? -term : term;
        }
        return sum;
    }

    private static BigInteger ArcTangentOfInverse(int x, int places) => OddSeries((BigInteger.One << places) / x, places, alternating: true);

    /// <summary>The whole number nearest to the middle.</summary>
    private static BigInteger? Nearest(Ball value) => value.Above > 4096 ? null
        : value.Exponent >= 0 ? value.Middle << value.Exponent
        : ((value.Middle >> (-value.Exponent - 1)) + 1) >> 1;

    private (BigInteger Middle, BigInteger Radius) ToFixed(Ball value)
    {
        var shift = value.Exponent + Fixed;
        return shift >= 0 ? (value.Middle << shift, value.Radius << shift)
            : (value.Middle >> -shift, (value.Radius >> -shift) + 2);
    }
}
