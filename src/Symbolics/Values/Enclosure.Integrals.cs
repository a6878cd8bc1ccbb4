namespace Symbolics;

/// <summary>
/// Integrals for which no rule is exact, enclosed panel by panel: Taylor's polynomial around the middle is integrated exactly, and the next
/// coefficient over the whole panel bounds what is left (Moore, Interval Analysis, 1966). A panel whose bound is too wide is halved; where
/// that does not help, as at a pole or the end of an improper integral, there is no value.
/// </summary>
internal sealed partial class Enclosure
{
    private const int Order = 16;
    private const int MaxHalvings = 12;

    // Of the panel's value, or of one: with more the work would not fit the budget.
    private const int Accuracy = 44;

    // The bits at which it is worked out: enough to tell values apart and to round, not enough to call them equal.
    private const int IntegralBits = 96;

    private ComplexBall? OfIntegral(Integral integral)
    {
        if (bits > IntegralBits || integral is not { From: { } from, To: { } to } || Of(from) is not { IsReal: true, Real: var low } || Of(to) is not { IsReal: true, Real: var high })
            return null;
        return Panel(integral, low, high, 0) is { } value ? Complexes.Of(value) : null;
    }

    private Ball? Panel(Integral integral, Ball low, Ball high, int halvings)
    {
        if (Reals.Add(low, high) is not { } sum || Reals.Subtract(high, low) is not { } width)
            return null;
        var (middle, half) = (Reals.Half(sum), Reals.Half(width));
        if (Remainder(integral, middle, half) is { } rest && Polynomial(integral, middle, half) is { } value
            && (rest.Above < -Accuracy || rest.Above < value.Above - Accuracy))
            return Reals.Add(value, rest);
        return halvings < MaxHalvings && Panel(integral, low, middle, halvings + 1) is { } left && Panel(integral, middle, high, halvings + 1) is { } right ? Reals.Add(left, right) : null;
    }

    // Σ 2 a_k h^(k+1) / (k+1) over even k below the order.
    private Ball? Polynomial(Integral integral, Ball middle, Ball half)
    {
        if (new TaylorExpansion(this, Reals, integral.Variable, middle, Order).Of(integral.Body) is not { } series || Reals.Multiply(half, half) is not { } square)
            return null;
        Ball? value = Ball.Zero;
        var power = half;
        for (var k = 0; k < Order; k += 2)
        {
            if (Reals.Multiply(series[k], power) is not { } term || Reals.Divide(term, Reals.Of(k + 1)) is not { } part || Reals.Add(value.Value, part) is not { } next
                || Reals.Multiply(power, square) is not { } higher)
                return null;
            (value, power) = (next, higher);
        }
        return value is { } total ? total with { Exponent = total.Exponent + 1 } : null;
    }

    // ∫ a t^n dt from -h to h for some a of the n-th coefficients over the panel, n even: 2 a h^(n+1) / (n+1).
    private Ball? Remainder(Integral integral, Ball middle, Ball half)
    {
        if (Hull(middle, half) is not { } panel || new TaylorExpansion(this, Reals, integral.Variable, panel, Order + 1).Of(integral.Body) is not { } series
            || Reals.Power(half, Order + 1) is not { } power || Reals.Multiply(series[Order], power) is not { } rest || Reals.Divide(rest, Reals.Of(Order + 1)) is not { } part)
            return null;
        return part with { Exponent = part.Exponent + 1 };
    }

    // A ball around the middle that reaches both ends whatever their own radius.
    private static Ball? Hull(Ball middle, Ball half)
    {
        var reach = System.Numerics.BigInteger.Abs(half.Middle) + half.Radius;
        var shift = half.Exponent - middle.Exponent;
        if (shift is > 4096 or < -4096)
            return null;
        return shift >= 0 ? middle with { Radius = middle.Radius + (reach << shift) } : middle with { Radius = middle.Radius + (reach >> -shift) + 1 };
    }
}
