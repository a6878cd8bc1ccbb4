namespace Symbolics;

/// <summary>
/// The first coefficients of functions around a place, as balls: where the place itself is a ball, they hold the coefficients around every
/// number in it. The recurrences are those of automatic differentiation (Moore, Interval Analysis, 1966). Null is "not defined" or "over the budget".
/// </summary>
internal sealed class TaylorSeries(Reals reals, int count)
{
    public Ball[] Constant(Ball value)
    {
        var series = new Ball[count];
        Array.Fill(series, Ball.Zero);
        series[0] = value;
        return series;
    }

    /// <summary>The identity around a place.</summary>
    public Ball[] Variable(Ball place)
    {
        var series = Constant(place);
        series[1] = Ball.One;
        return series;
    }

    public Ball[]? Add(Ball[] left, Ball[] right) => Each(k => reals.Add(left[k], right[k]));

    public Ball[]? Multiply(Ball[] left, Ball[] right) => Each(k => Convolved(left, right, 0, k, k));

    // q_k = (l_k - Σ q_j r_(k-j)) / r_0
    public Ball[]? Divide(Ball[] left, Ball[] right) =>
        Each((k, found) => Convolved(found, right, 0, k - 1, k) is { } sum && reals.Subtract(left[k], sum) is { } rest ? reals.Divide(rest, right[0]) : null);

    // (e^u)' = u' e^u
    public Ball[]? Exp(Ball[] u) => Weighted(u) is { } slope ? Each((k, found) => k == 0 ? reals.Exp(u[0]) : Slope(slope, found, k)) : null;

    // u v' = u'
    public Ball[]? Log(Ball[] u)
    {
        // The coefficients times their places are those of x v'.
        var weighted = new Ball[count];
        return Each((k, _) =>
        {
            if (k == 0)
                return reals.Log(u[0]);
            if (Convolved(weighted, u, 1, k - 1, k) is not { } sum || reals.Multiply(reals.Of(k), u[k]) is not { } own || reals.Subtract(own, sum) is not { } rest || reals.Divide(rest, u[0]) is not { } term)
                return null;
            weighted[k] = term;
            return reals.Divide(term, reals.Of(k));
        });
    }

    // (u^a)' u = a u' u^a; the exponent is any number, the base positive.
    public Ball[]? Power(Ball[] u, Rational exponent)
    {
        if (reals.Log(u[0]) is not { } log || reals.Of(exponent) is not { } a || reals.Multiply(a, log) is not { } product || reals.Exp(product) is not { } start)
            return null;
        return Each((k, found) =>
        {
            if (k == 0)
                return start;
            Ball? sum = Ball.Zero;
            for (var j = 1; j <= k && sum is not null; j++)
            {
                if (u[j].IsZero)
                    continue;
                sum = reals.Of((exponent * new Rational(j)) - new Rational(k - j)) is { } factor && reals.Multiply(u[j], found[k - j]) is { } term && reals.Multiply(factor, term) is { } weighted
                    ? reals.Add(sum.Value, weighted) : null;
            }
            return sum is { } total && reals.Multiply(reals.Of(k), u[0]) is { } under ? reals.Divide(total, under) : null;
        });
    }

    public (Ball[] Sin, Ball[] Cos)? Circular(Ball[] u)
    {
        var (sin, cos) = (Constant(Ball.Zero), Constant(Ball.Zero));
        if (reals.Sin(u[0]) is not { } first || reals.Cos(u[0]) is not { } second)
            return null;
        (sin[0], cos[0]) = (first, second);
        if (Weighted(u) is not { } slope)
            return null;
        for (var k = 1; k < count; k++)
        {
            if (Slope(slope, cos, k) is not { } up || Slope(slope, sin, k) is not { } down)
                return null;
            (sin[k], cos[k]) = (up, -down);
        }
        return (sin, cos);
    }

    /// <summary>The series whose derivative is <paramref name="slope"/> · u'.</summary>
    public Ball[]? Integrated(Ball? start, Ball[] u, Ball[] slope) => Weighted(u) is { } weighted ? Each(k => k == 0 ? start : Slope(weighted, slope, k)) : null;

    // The coefficients of x u'.
    private Ball[]? Weighted(Ball[] u) => Each(k => reals.Multiply(reals.Of(k), u[k]));

    // The k-th coefficient of what has the derivative u' v: Σ j u_j v_(k-j) / k.
    private Ball? Slope(Ball[] weighted, Ball[] v, int k) => Convolved(weighted, v, 1, k, k) is { } sum ? reals.Divide(sum, reals.Of(k)) : null;

    // Σ l_j r_(k-j) from a first to a last j.
    private Ball? Convolved(Ball[] left, Ball[] right, int from, int to, int k)
    {
        Ball? sum = Ball.Zero;
        for (var j = from; j <= to && sum is not null; j++)
        {
            if (!left[j].IsZero && !right[k - j].IsZero)
                sum = reals.Multiply(left[j], right[k - j]) is { } term ? reals.Add(sum.Value, term) : null;
        }
        return sum;
    }

    private Ball[]? Each(Func<int, Ball?> coefficient) => Each((k, _) => coefficient(k));

    private Ball[]? Each(Func<int, Ball[], Ball?> coefficient)
    {
        var series = new Ball[count];
        for (var k = 0; k < count; k++)
        {
            if (coefficient(k, series) is not { } next)
                return null;
            series[k] = next;
        }
        return series;
    }
}
