namespace Symbolics;

/// <summary>Integrals, derivatives, limits and determinants.</summary>
internal sealed partial class ExpressionParser
{
    // \int_a^b … dx
    private Integral? Integration()
    {
        Expr? from = null;
        Expr? to = null;
        for (var i = 0; i < 2 && More; i++)
        {
            if (Take("_"))
            {
                if (!Blank() && (from = End()) is null)
                    return null;
            }
            else if (Take("^") && !Blank() && (to = End()) is null)
            {
                return null;
            }
        }
        if (from is null != to is null || Differential() is not { } place)
            return null;
        var variable = _tokens[place.At + 1].Text;
        _bound ??= [];
        var free = _bound.Add(variable);
        var body = place.Depth == 0 ? Outer(place.At) : Inner(place.At);
        if (free)
            _bound.Remove(variable);
        return body is null ? null : new(body, variable, from, to);
    }

    // A bare letter is one sign: in \sum^n_{k=1} the subscript belongs to the sum.
    private Expr? End()
    {
        if (Here.Kind is not TokenKind.Letter)
            return !More ? null : Here.Is(TokenKind.Open, "{") || Here.Kind is TokenKind.Sign ? Exponent() : Here.Kind is TokenKind.Number ? new Number(_tokens[_at++].Value) : Atom();
        var name = Here.Text;
        _at++;
        return name is "e" ? new Constant(ConstantName.E) : new Symbol(name);
    }

    // _{ }: no bound after all.
    private bool Blank()
    {
        if (!Here.Is(TokenKind.Open, "{") || !Ahead.Is(TokenKind.Close, "}"))
            return false;
        _at += 2;
        return true;
    }

    // The d and the variable that belong to the sign just read: those of inner signs come first.
    private (int At, int Depth)? Differential()
    {
        var (depth, inner) = (0, 0);
        for (var i = _at; i + 1 < _to; i++)
        {
            var token = _tokens[i];
            depth += token.Kind is TokenKind.Open ? 1 : token.Kind is TokenKind.Close ? -1 : 0;
            if (depth < 0)
                return null;
            if (token.IsCommand("int"))
                inner++;
            else if (token.Is(TokenKind.Letter, "d") && _tokens[i + 1].Kind is TokenKind.Letter && inner-- == 0)
                return (i, depth);
        }
        return null;
    }

    private Expr? Outer(int at)
    {
        var (end, empty) = (_to, at == _at);
        _to = at;
        var body = empty ? Number.One : Sum();
        var whole = _at == at;
        (_at, _to) = (at + 2, end);
        return whole ? body : null;
    }

    // \int \frac{3 dz}{z}, \int (x dx): what is left without the differential.
    private Expr? Inner(int at)
    {
        // The tokens are everybody's.
        if (!_budget.Take(_tokens.Count))
            return null;
        _tokens = [.. _tokens];
        if (_tokens[at - 1].Kind is TokenKind.Open && at + 2 < _to && _tokens[at + 2].Kind is TokenKind.Close)
        {
            _tokens[at] = new(TokenKind.Number, "1", _tokens[at].Start, 1, false, new Rational(1));
            _tokens.RemoveAt(at + 1);
            _to--;
        }
        else
        {
            _tokens.RemoveRange(at, 2);
            _to -= 2;
            // 3 · dz
            if (_tokens[at - 1].IsSign("*"))
            {
                _tokens.RemoveAt(at - 1);
                _to--;
            }
        }
        return Product();
    }

    // \frac{d}{dx} x², \frac{d^2 y}{dx^2}; not null when it is one, though it may not be readable.
    private (Expr? Value, bool _)? Differentiation()
    {
        var at = _at;
        if (TakeDerivative() is var (body, variable, order))
        {
            // dy/dx says that y depends on x: it is a name of its own, not a quotient.
            if (body is Symbol symbol && symbol.Name != variable)
                return (new Symbol($"d{order} {symbol.Name}/d {variable}"), true);
            body ??= More && StartsAtom() ? Product() : null;
            return (body is null ? null : new Derivative(body, variable, order), true);
        }
        _at = at;
        return null;
    }

    private (Expr? Body, string Variable, int Order)? TakeDerivative()
    {
        if (!Take(TokenKind.Open, "{") || !TakeDifferentialSign() || Order() is not { } order)
            return null;
        var body = Here.Kind is TokenKind.Close ? null : Sum();
        if (!Take(TokenKind.Close, "}") || !Take(TokenKind.Open, "{") || !TakeDifferentialSign() || Here.Kind is not TokenKind.Letter)
            return null;
        var variable = Here.Text;
        _at++;
        return Order() == order && Take(TokenKind.Close, "}") ? (body, variable, order) : null;
    }

    private bool TakeDifferentialSign()
    {
        if (!Here.Is(TokenKind.Letter, "d") && !Here.IsCommand("partial"))
            return false;
        _at++;
        return true;
    }

    private int? Order() => !Take("^") ? 1 : Exponent() is Number { Value: { Denominator.IsOne: true, Sign: > 0 } value } && value < new Rational(10) ? (int)value.Numerator : null;

    // \lim_{x \to 3^+} …
    private Limit? Limiting()
    {
        if (!Take("_") || !Take(TokenKind.Open, "{") || Here.Kind is not TokenKind.Letter)
            return null;
        var variable = Here.Text;
        _at++;
        if (!Take("→"))
            return null;
        var end = _at;
        for (var depth = 0; end < _to && (depth > 0 || _tokens[end].Kind is not TokenKind.Close); end++)
            depth += _tokens[end].Kind is TokenKind.Open ? 1 : _tokens[end].Kind is TokenKind.Close ? -1 : 0;
        if (end == _to || end == _at)
            return null;
        var (stop, side) = Side(end);
        if (Parse(_tokens, _at, stop, _budget) is not { } point)
            return null;
        _at = end + 1;
        _bound ??= [];
        var free = _bound.Add(variable);
        var body = Product(signed: true);
        if (free)
            _bound.Remove(variable);
        return body is null ? null : new(body, variable, point, side);
    }

    // 3^+, 3^{-}: from which side.
    private (int Stop, int Side) Side(int end)
    {
        var at = _tokens[end - 1].Is(TokenKind.Close, "}") ? end - 2 : end - 1;
        var braces = at < end - 1;
        if (_tokens[at].Kind is TokenKind.Sign && _tokens[at].Text is "+" or "-" && at - (braces ? 2 : 1) > _at && _tokens[at - (braces ? 2 : 1)].IsSign("^"))
            return (at - (braces ? 2 : 1), _tokens[at].Text is "+" ? 1 : -1);
        return (end, 0);
    }

    private Expr? Product(bool signed)
    {
        var negative = signed && Take("-");
        return Product() is { } value ? negative ? Build.Negate(value) : value : null;
    }

    private bool IsDeterminant(int at) => at + 2 < _to && _tokens[at + 2].Text is "vmatrix";

    // \begin{vmatrix} a & b \\ c & d \end{vmatrix}
    private Expr? Determinant()
    {
        _at--;
        if (!IsDeterminant(_at) || MatrixReader.Cells(_tokens, ref _at, _to, _budget) is not { } rows || rows.Exists(row => row.Count != rows.Count))
            return null;
        return MatrixArithmetic.Determinant(rows);
    }

    // \det before a matrix, perhaps in brackets.
    private Expr? DeterminantOf()
    {
        var bracket = Take(TokenKind.Open, "(");
        return MatrixReader.Cells(_tokens, ref _at, _to, _budget) is { } rows && rows.TrueForAll(row => row.Count == rows.Count) && (!bracket || Take(TokenKind.Close, ")")) ? MatrixArithmetic.Determinant(rows) : null;
    }
}
