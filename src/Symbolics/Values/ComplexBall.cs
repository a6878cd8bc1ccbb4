using System.Numerics;

namespace Symbolics;

/// <summary>A rectangle of complex numbers.</summary>
internal readonly record struct ComplexBall(Ball Real, Ball Imaginary)
{
    public bool IsReal => Imaginary.IsZero;

    public bool HasZero => Real.HasZero && Imaginary.HasZero;
}

/// <summary>Complex arithmetic with principal branches; with <paramref name="realOnly"/> roots and logarithms of negative numbers have no value.</summary>
internal sealed class Complexes(Reals reals, bool realOnly = false)
{
    public Reals Reals { get; } = reals;

    public static ComplexBall Of(Ball real) => new(real, Ball.Zero);

    public ComplexBall? Add(ComplexBall left, ComplexBall right) => Join(Reals.Add(left.Real, right.Real), Reals.Add(left.Imaginary, right.Imaginary));

    public ComplexBall? Subtract(ComplexBall left, ComplexBall right) => Add(left, new(-right.Real, -right.Imaginary));

    public ComplexBall? Multiply(ComplexBall left, ComplexBall right)
    {
        if (left.IsReal && right.IsReal)
            return Join(Reals.Multiply(left.Real, right.Real), Ball.Zero);
        return Reals.Multiply(left.Real, right.Real) is { } a && Reals.Multiply(left.Imaginary, right.Imaginary) is { } b
            && Reals.Multiply(left.Real, right.Imaginary) is { } c && Reals.Multiply(left.Imaginary, right.Real) is { } d
            ? Join(Reals.Subtract(a, b), Reals.Add(c, d)) : null;
    }

    public ComplexBall? Divide(ComplexBall left, ComplexBall right)
    {
        if (right.IsReal)
            return Join(Reals.Divide(left.Real, right.Real), left.IsReal ? Ball.Zero : Reals.Divide(left.Imaginary, right.Real));
        return Norm(right) is { } norm && Multiply(left, new(right.Real, -right.Imaginary)) is { } product
            ? Join(Reals.Divide(product.Real, norm), Reals.Divide(product.Imaginary, norm)) : null;
    }

    public ComplexBall? Power(ComplexBall value, BigInteger exponent)
    {
        if (value.IsReal)
            return Join(Reals.Power(value.Real, exponent), Ball.Zero);
        if (exponent.Sign < 0)
            return Power(value, -exponent) is { } inverse ? Divide(Of(Ball.One), inverse) : null;
        if (exponent > 1 << 16)
            return null;
        ComplexBall? result = Of(Ball.One);
        for (var bit = (int)exponent.GetBitLength() - 1; bit >= 0 && result is not null; bit--)
        {
            result = Multiply(result.Value, result.Value);
            if (result is not null && !((exponent >> bit) & 1).IsZero)
                result = Multiply(result.Value, value);
        }
        return result;
    }

    public ComplexBall? SquareRoot(ComplexBall value)
    {
        if (value.IsReal)
        {
            if (value.Real.Sign >= 0 && !(value.Real.HasZero && !value.Real.IsZero))
                return Join(Reals.SquareRoot(value.Real), Ball.Zero);
            return value.Real.Sign < 0 && !realOnly ? Join(Ball.Zero, Reals.SquareRoot(-value.Real)) : null;
        }
        return Log(value) is { } log ? Exp(new(Reals.Half(log.Real), Reals.Half(log.Imaginary))) : null;
    }

    public ComplexBall? Exp(ComplexBall value)
    {
        if (Reals.Exp(value.Real) is not { } size)
            return null;
        if (value.IsReal)
            return Of(size);
        return Reals.Cos(value.Imaginary) is { } cos && Reals.Sin(value.Imaginary) is { } sin
            ? Join(Reals.Multiply(size, cos), Reals.Multiply(size, sin)) : null;
    }

    public ComplexBall? Log(ComplexBall value)
    {
        if (value.IsReal && value.Real.Sign > 0)
            return Join(Reals.Log(value.Real), Ball.Zero);
        return !realOnly && Modulus(value) is { } size && Reals.Log(size) is { } log && Argument(value) is { } angle ? new(log, angle) : null;
    }

    public Ball? Modulus(ComplexBall value) => value.IsReal
        ? value.Real.Sign != 0 || value.Real.IsZero ? value.Real.Sign < 0 ? -value.Real : value.Real : Folded(value.Real)
        : Norm(value) is { } norm ? Reals.SquareRoot(norm) : null;

    // |x| for numbers of both signs: from 0 to the larger end.
    private static Ball Folded(Ball value)
    {
        var end = BigInteger.Abs(value.Middle) + value.Radius + 1;
        return new(end, end, value.Exponent - 1);
    }

    private Ball? Norm(ComplexBall value) =>
        Reals.Multiply(value.Real, value.Real) is { } a && Reals.Multiply(value.Imaginary, value.Imaginary) is { } b ? Reals.Add(a, b) : null;

    /// <summary>In (-π, π]; null where the rectangle touches the cut or zero.</summary>
    public Ball? Argument(ComplexBall value)
    {
        if (value.Real.Sign > 0)
            return Reals.Divide(value.Imaginary, value.Real) is { } slope ? Reals.Atan(slope) : null;
        if (value.Imaginary.Sign != 0)
        {
            var half = Reals.Half(Reals.Pi);
            return Reals.Divide(value.Real, value.Imaginary) is { } slope && Reals.Atan(slope) is { } angle
                ? Reals.Subtract(value.Imaginary.Sign > 0 ? half : -half, angle) : null;
        }
        return value.Real.Sign < 0 && value.IsReal ? Reals.Pi : null;
    }

    private static ComplexBall? Join(Ball? real, Ball? imaginary) => real is { } x && imaginary is { } y ? new(x, y) : null;
}
