namespace Symbolics;

/// <summary>An expression's Taylor coefficients in one variable around a place, real functions only.</summary>
internal sealed class TaylorExpansion(Enclosure constants, Reals reals, string variable, Ball place, int order)
{
    private const int MaxPower = 64;

    private readonly TaylorSeries _series = new(reals, order + 1);

    /// <summary>The coefficients up to the order, or null where there are none that are known here.</summary>
    public Ball[]? Of(Expr expr)
    {
        if (!Renaming.Variables(expr).Contains(variable))
            return constants.Of(expr) is { IsReal: true } value ? _series.Constant(value.Real) : null;
        return expr switch
        {
            Symbol => _series.Variable(place),
            Sum sum => Fold(sum.Terms, _series.Add),
            Product product => Fold(product.Factors, _series.Multiply),
            Quotient quotient => Of(quotient.Over) is { } over && Of(quotient.Under) is { } under ? _series.Divide(over, under) : null,
            Power power => OfPower(power),
            Call { Name: "log", Arguments: [var radix, var value] } => OfLog(radix, value),
            Call { Name: "log", Arguments: [var value] } => OfLog(Number.Of(10), value),
            Call { Arguments: [var only] } call => Of(only) is { } inner ? OfCall(call.Name, inner) : null,
            _ => null,
        };
    }

    private Ball[]? Fold(IReadOnlyList<Expr> parts, Func<Ball[], Ball[], Ball[]?> join)
    {
        Ball[]? result = null;
        foreach (var part in parts)
        {
            if (Of(part) is not { } next || (result = result is null ? next : join(result, next)) is null)
                return null;
        }
        return result;
    }

    private Ball[]? OfPower(Power power)
    {
        if (power.Base is Constant { Name: ConstantName.E })
            return Of(power.Exponent) is { } exponent ? _series.Exp(exponent) : null;
        if (Of(power.Base) is not { } radix)
            return null;
        return power.Exponent is Number { Value: { IsInteger: true } whole } && whole.Size < new Rational(MaxPower) ? OfWhole(radix, (int)whole.Numerator)
            : power.Exponent is Number { Value: var known } ? _series.Power(radix, known)
            : Of(power.Exponent) is { } any && _series.Log(radix) is { } log && _series.Multiply(log, any) is { } product ? _series.Exp(product) : null;
    }

    private Ball[]? OfWhole(Ball[] radix, int power)
    {
        if (power < 0)
            return OfWhole(radix, -power) is { } inverse ? _series.Divide(_series.Constant(Ball.One), inverse) : null;
        Ball[]? result = null;
        for (var square = radix; power > 0 && square is not null; power >>= 1)
        {
            if ((power & 1) != 0 && (result = result is null ? square : _series.Multiply(result, square)) is null)
                return null;
            if (power > 1)
                square = _series.Multiply(square, square);
            if (square is null)
                return null;
        }
        return result ?? _series.Constant(Ball.One);
    }

    private Ball[]? OfLog(Expr radix, Expr value) =>
        Of(value) is { } inner && _series.Log(inner) is { } over && Of(new Call("ln", radix)) is { } under ? _series.Divide(over, under) : null;

    private Ball[]? OfCall(string name, Ball[] u)
    {
        switch (name)
        {
            case "sqrt":
                return _series.Power(u, new Rational(1, 2));
            case "ln":
                return _series.Log(u);
            case "abs":
                return u[0].Sign > 0 ? u : u[0].Sign < 0 ? Negated(u) : null;
            case "sin" or "cos" or "tan" or "cot" or "sec" or "csc":
                return _series.Circular(u) is var (sin, cos) ? name switch
                {
                    "sin" => sin,
                    "cos" => cos,
                    "tan" => _series.Divide(sin, cos),
                    "cot" => _series.Divide(cos, sin),
                    "sec" => _series.Divide(_series.Constant(Ball.One), cos),
                    _ => _series.Divide(_series.Constant(Ball.One), sin),
                } : null;
            case "sinh" or "cosh" or "tanh":
                return _series.Exp(u) is { } up && _series.Exp(Negated(u)) is { } down ? Hyperbolic(name, up, down) : null;
            case "arctan":
                return Squared(u, 1) is { } under && _series.Divide(_series.Constant(Ball.One), under) is { } slope ? _series.Integrated(reals.Atan(u[0]), u, slope) : null;
            default:
                return null;
        }
    }

    private Ball[]? Hyperbolic(string name, Ball[] up, Ball[] down)
    {
        if (_series.Add(up, down) is not { } sum || _series.Add(up, Negated(down)) is not { } difference)
            return null;
        return name is "tanh" ? _series.Divide(difference, sum) : [.. (name is "cosh" ? sum : difference).Select(Reals.Half)];
    }

    private Ball[]? Squared(Ball[] u, int more) => _series.Multiply(u, u) is { } square ? _series.Add(square, _series.Constant(reals.Of(more))) : null;

    private static Ball[] Negated(Ball[] series) => [.. series.Select(static ball => -ball)];
}
