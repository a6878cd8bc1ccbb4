namespace Symbolics;

/// <summary>Named functions.</summary>
internal sealed partial class Enclosure
{
    private ComplexBall? OfCall(Call call)
    {
        if (call.Name is "factorial" or "doublefactorial" or "binom" or "arrangements" or "floor" or "ceil" or "gcd" or "lcm" or "mod"
            || (call.Name is "sin" or "cos" or "tan" or "log"))
        {
            if (Exact(call) is { } exact)
                return Real(Reals.Of(exact));
        }
        return call switch
        {
            { Name: "max" or "min", Arguments: var many } => Extreme(many, call.Name is "max"),
            { Name: "log", Arguments: [var value] } => Quotient(Log(value), Log(Number.Of(10))),
            { Name: "log", Arguments: [var radix, var value] } => Quotient(Log(value), Log(radix)),
            { Name: "mod", Arguments: [var value, var divisor] } => Remainder(value, divisor),
            { Arguments: [var only] } => Of(only) is { } argument ? OfOne(call.Name, argument) : null,
            _ => null,
        };
    }

    private ComplexBall? Log(Expr value) => Of(value) is { } ball ? _numbers.Log(ball) : null;

    private ComplexBall? Quotient(ComplexBall? over, ComplexBall? under) => over is { } x && under is { } y ? _numbers.Divide(x, y) : null;

    private ComplexBall? OfOne(string name, ComplexBall x)
    {
        switch (name)
        {
            case "sqrt":
                return _numbers.SquareRoot(x);
            case "abs":
                return Real(_numbers.Modulus(x));
            case "conj":
                return new ComplexBall(x.Real, -x.Imaginary);
            case "Re":
                return Real(x.Real);
            case "Im":
                return Real(x.Imaginary);
            case "arg":
                return Real(_numbers.Argument(x));
            case "ln":
                return _numbers.Log(x);
            case "sinh" or "cosh" or "tanh":
                return Hyperbolic(name, x);
        }
        return x.IsReal ? Real(OfReal(name, x.Real)) : null;
    }

    private Ball? OfReal(string name, Ball x) => name switch
    {
        "deg" => Ratio(Reals.Multiply(x, Reals.Pi), Reals.Of(180)),
        "sin" => Reals.Sin(x),
        "cos" => Reals.Cos(x),
        "tan" => Ratio(Reals.Sin(x), Reals.Cos(x)),
        "cot" => Ratio(Reals.Cos(x), Reals.Sin(x)),
        "sec" => Ratio(Ball.One, Reals.Cos(x)),
        "csc" => Ratio(Ball.One, Reals.Sin(x)),
        "arctan" => Reals.Atan(x),
        "arcsin" => ArcSine(x),
        "arccos" => ArcSine(x) is { } angle ? Reals.Subtract(Reals.Half(Reals.Pi), angle) : null,
        "arccot" => Reals.Atan(x) is { } angle ? Reals.Subtract(Reals.Half(Reals.Pi), angle) : null,
        "arcsinh" => Square(x, 1) is { } under && Reals.SquareRoot(under) is { } root && Reals.Add(x, root) is { } sum ? Reals.Log(sum) : null,
        "arccosh" => x.Sign > 0 && Square(x, -1) is { } under && Reals.SquareRoot(under) is { } root && Reals.Add(x, root) is { } sum ? Reals.Log(sum) : null,
        "arctanh" => Ratio(Reals.Add(Ball.One, x), Reals.Subtract(Ball.One, x)) is { } ratio && Reals.Log(ratio) is { } log ? Reals.Half(log) : null,
        "floor" => Floor(x),
        "ceil" => Floor(-x) is { } down ? -down : null,
        _ => null,
    };

    private Ball? Ratio(Ball? over, Ball? under) => over is { } x && under is { } y ? Reals.Divide(x, y) : null;

    private Ball? Square(Ball x, int more) => Reals.Multiply(x, x) is { } square ? Reals.Add(square, Reals.Of(more)) : null;

    // asin x = atan(x / √(1 - x²)) inside (-1, 1); at the ends only when the argument is exact.
    private Ball? ArcSine(Ball x)
    {
        if (Reals.Multiply(x, x) is not { } square || Reals.Subtract(Ball.One, square) is not { } rest)
            return null;
        if (rest.IsZero)
            return Reals.Half(x.Sign < 0 ? -Reals.Pi : Reals.Pi);
        return Reals.SquareRoot(rest) is { } root && Reals.Divide(x, root) is { } slope ? Reals.Atan(slope) : null;
    }

    private ComplexBall? Hyperbolic(string name, ComplexBall x)
    {
        if (_numbers.Exp(x) is not { } up || _numbers.Exp(new(-x.Real, -x.Imaginary)) is not { } down)
            return null;
        var (sum, difference) = (_numbers.Add(up, down), _numbers.Subtract(up, down));
        var two = Complexes.Of(Reals.Of(2));
        return name switch
        {
            "sinh" => Quotient(difference, two),
            "cosh" => Quotient(sum, two),
            _ => Quotient(difference, sum),
        };
    }

    private Ball? Floor(Ball x)
    {
        var (low, high) = (x.Middle - x.Radius, x.Middle + x.Radius);
        if (x.Exponent >= 0 || x.Above > 4096)
            return x.Exponent >= 0 && x.Radius.IsZero ? x : null;
        var (first, last) = (low >> -x.Exponent, high >> -x.Exponent);
        return first == last ? Reals.Of(first) : null;
    }

    private ComplexBall? Remainder(Expr value, Expr divisor) =>
        Of(value) is { IsReal: true } x && Of(divisor) is { IsReal: true } y && Reals.Divide(x.Real, y.Real) is { } ratio && Floor(ratio) is { } whole
        && Reals.Multiply(whole, y.Real) is { } multiple ? Real(Reals.Subtract(x.Real, multiple)) : null;

    private ComplexBall? Extreme(IReadOnlyList<Expr> many, bool greatest)
    {
        ComplexBall? best = null;
        foreach (var one in many)
        {
            if (Of(one) is not { IsReal: true } value)
                return null;
            if (best is null)
            {
                best = value;
                continue;
            }
            if (Reals.Subtract(value.Real, best.Value.Real) is not { } difference || (difference.Sign == 0 && !difference.IsZero))
                return null;
            if (difference.Sign == (greatest ? 1 : -1))
                best = value;
        }
        return best;
    }
}
