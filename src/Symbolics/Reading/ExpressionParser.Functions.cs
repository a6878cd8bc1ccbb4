namespace Symbolics;

/// <summary>Commands and functions.</summary>
internal sealed partial class ExpressionParser
{
    private Expr? CommandAtom()
    {
        var name = Here.Text;
        _at++;
        switch (name)
        {
            case "pi":
                return new Constant(ConstantName.Pi);
            case "e":
                return new Constant(ConstantName.E);
            case "infty":
                return new Constant(ConstantName.Infinity);
            case "frac":
                return Differentiation() is { } derivative ? derivative.Value
                    : Argument(splits: true) is { } over && Argument() is { } under ? new Quotient(over, under) : null;
            case "binom":
                return Argument(splits: true) is { } total && Argument() is { } chosen ? new Call("binom", [total, chosen]) : null;
            case "sqrt":
                return Root();
            case "sum" or "prod":
                return Repetition(name is "prod");
            case "int" or "iint" or "iiint" or "oint":
                return Integration();
            case "lim":
                return Limiting();
            case "begin":
                return Determinant();
            case "overline" or "bar":
                return Overline();
            case "vec" or "hat" or "tilde" or "widehat" or "overrightarrow" or "dot" or "angle" or "triangle" or "check" or "ddot" or "dddot":
                return Decorated(name);
            case "det" when Here.IsCommand("begin") || (Here.Is(TokenKind.Open, "(") && Ahead.IsCommand("begin")):
                return DeterminantOf();
        }
        return FunctionNames.Find(name) is { } function ? Function(function) : null;
    }

    private Expr? Root()
    {
        Expr? index = null;
        if (Take(TokenKind.Open, "["))
        {
            index = Sum();
            if (index is null || !Take(TokenKind.Close, "]"))
                return null;
        }
        if (Argument() is not { } radicand)
            return null;
        return index is null ? new Call("sqrt", radicand) : new Power(radicand, Build.Inverse(index));
    }

    private Expr? Overline()
    {
        var from = _at;
        if (Argument() is not { } inner)
            return null;
        var letters = true;
        for (var i = from; i < _at; i++)
            letters &= _tokens[i].Kind is TokenKind.Letter or TokenKind.Open or TokenKind.Close;
        if (!letters)
            return new Call("conj", inner);
        Return(from);
        return Decorated("bar");
    }

    // \bar{x}_2 is one variable.
    private Expr? Decorated(string mark)
    {
        var from = _at;
        if (Argument() is null)
            return null;
        var name = mark;
        for (var i = from; i < _at && _budget.Take(1 + (name.Length / 32)); i++)
        {
            if (_tokens[i].Spelled(_budget) is not { } word)
                return null;
            name += _tokens[i].Kind is TokenKind.Open or TokenKind.Close ? "" : " " + word;
        }
        if (mark is "hat" or "vec" && UnitVectors.Name(name[(mark.Length + 1)..]) is { } vector)
            return new Symbol(vector);
        if (Here.IsSign("_"))
            name += "_" + Subscript();
        else if (Here.IsSign("^") && RaisedThenLowered() is var (below, exponent))
            return new Power(new Symbol($"{name}_{below}"), exponent);
        return new Symbol(name);
    }

    private Expr? Function(string name)
    {
        Expr? exponent = null;
        Expr? lower = null;
        for (var i = 0; i < 2; i++)
        {
            if (exponent is null && Here.IsSign("^"))
            {
                _at++;
                if ((exponent = Exponent()) is null)
                    return null;
            }
            else if (lower is null && name is "log" && Take("_"))
            {
                _raised = _at;
                if ((lower = Argument()) is null)
                    return null;
            }
        }
        if (exponent is Number { Value: var value } && value == new Rational(-1) && FunctionNames.Inverse(name) is { } inverse)
            (name, exponent) = (inverse, null);
        if (FunctionArguments(name) is not { Count: > 0 } arguments)
            return null;
        if (lower is not null)
            arguments.Insert(0, lower);
        var call = Named(name, arguments);
        return call is not null && exponent is not null ? new Power(call, exponent) : call;
    }

    private static Expr? Named(string name, List<Expr> arguments) => (name, arguments) switch
    {
        ("exp", [var x]) => new Power(new Constant(ConstantName.E), x),
        ("cbrt", [var x]) => new Power(x, new Quotient(Number.One, Number.Of(3))),
        ("lg", [var x]) => new Call("log", [Number.Of(10), x]),
        ("cis", [var x]) => new Power(new Constant(ConstantName.E), new Product([new Constant(ConstantName.I), x])),
        ("gcd" or "lcm" or "max" or "min", _) => new Call(name, arguments),
        ("log", [_] or [_, _]) => new Call(name, arguments),
        (_, [_]) => new Call(name, arguments),
        _ => null,
    };

    // sin(x), sin x, sin 2x, log xy; the argument ends at + - and at another function.
    private List<Expr>? FunctionArguments(string name)
    {
        if (More && Here.Kind is TokenKind.Open && Here.Text is "(" or "[" or @"\{" or "{")
        {
            if ((Here.Text is "(" || (name is "max" or "min" or "gcd" or "lcm" && Here.Text is not "{")) && Arguments() is { } arguments)
                return arguments;
            return Group() is { } group ? [group] : null;
        }
        if (name is "max" or "min" or "gcd" or "lcm" || Unary() is not { } first)
            return null;
        while (More && StartsAtom() && !StartsFunction() && Here.Kind is not TokenKind.Open)
        {
            if (Power() is not { } next)
                return null;
            first = Times(first, next);
        }
        if (More && Here.IsSign("/") && first is Constant or Number && Ahead.Kind is TokenKind.Number)
        {
            _at++;
            return Power() is { } under ? [new Quotient(first, under)] : null;
        }
        return [first];
    }

    private bool StartsFunction() => Here.Kind is TokenKind.Command && (FunctionNames.Find(Here.Text) is not null || Here.Text is "sum" or "prod");

    private Repeated? Repetition(bool product)
    {
        Expr? from = null;
        Expr? to = null;
        string? index = null;
        for (var i = 0; i < 2; i++)
        {
            if (Take("_"))
            {
                if (!Take(TokenKind.Open, "{") || Here.Kind is not TokenKind.Letter)
                    return null;
                index = Here.Text;
                _at++;
                if (!Take("=") || (from = Sum()) is null || !Take(TokenKind.Close, "}"))
                    return null;
            }
            else if (Take("^") && (to = End()) is null)
            {
                return null;
            }
        }
        if (index is null || from is null || to is null)
            return null;
        _bound ??= [];
        var shadows = _bound.Add(index);
        var body = Product();
        if (shadows)
            _bound.Remove(index);
        return body is null ? null : new(product, index, from, to, body);
    }
}
