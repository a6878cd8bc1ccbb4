namespace Symbolics;

/// <summary>Numbers, letters and groups.</summary>
internal sealed partial class ExpressionParser
{
    private Expr? Atom()
    {
        // Some rules read a piece twice; nested in each other they would read it any number of times.
        if (!More || ++_depth > MaxDepth || !_budget.Take(4))
            return null;
        var atom = AtomHere();
        _depth--;
        return atom;
    }

    private Expr? AtomHere()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return NumberAtom();
            case TokenKind.Letter:
                return LetterAtom();
            case TokenKind.Open:
                return token.Text is "{" && Ahead.Is(TokenKind.Close, "}") ? PrefixedChoice(2) : Group();
            case TokenKind.Sign when token.Text is "_":
                return PrefixedChoice(0);
            case TokenKind.Command:
                return CommandAtom();
            case TokenKind.Sign when token.Text is "|":
                _at++;
                return Bars("|");
            case TokenKind.Sign when token.Text is "…":
                _at++;
                return new Symbol("…");
            case TokenKind.Sign when token.Text is "‖":
                _at++;
                return Bars("‖");
            default:
                return null;
        }
    }

    private Number? NumberAtom()
    {
        var token = Here;
        _at++;
        if (token.IsPlainDigits && _raised != _at - 1 && Mixed(token.Value) is { } mixed)
            return mixed;
        if (Here.IsSign("_") && token.IsPlainDigits)
        {
            _at++;
            return Argument() is Number { Value: var radix } ? Radix.Value(token.Text, radix) is { } value ? new Number(value) : null : null;
        }
        return new Number(token.Value, token.Decimals);
    }

    // 3\frac12 and 3 1/2: digits before a fraction of digits between 0 and 1.
    private Number? Mixed(Rational whole)
    {
        var at = _at;
        Rational? part = null;
        if (Here.IsCommand("frac"))
        {
            _at++;
            part = Argument(splits: true) is Number { Decimals: < 0, Value: var over } && Argument() is Number { Decimals: < 0, Value: { IsZero: false } under } ? over / under : null;
        }
        else if (Here is { IsPlainDigits: true, Blank: true } && Ahead.IsSign("/") && _at + 2 < _to && _tokens[_at + 2].IsPlainDigits)
        {
            var (over, under) = (Here.Value, _tokens[_at + 2].Value);
            _at += 3;
            part = under.IsZero ? null : over / under;
        }
        else if (Here is { Kind: TokenKind.Number, Text: "½" })
        {
            part = Here.Value;
            _at++;
        }
        if (part is { Sign: > 0 } && part.Value < new Rational(1))
            return new(whole + part.Value);
        Return(at);
        return null;
    }

    private Expr? LetterAtom()
    {
        var name = Here.Text;
        var bare = name;
        _at++;
        while (Take("'"))
            name += "'";
        string? below = null;
        var subscriptFirst = Here.IsSign("_");
        if (subscriptFirst && (below = Subscript()) is null)
            return null;
        if (bare is "C" or "A" or "P" && (below is not null || Here.IsSign("^")) && Choice(bare, ref below) is { } choice)
            return choice;
        if (Here.IsSign("^") && below is null && RaisedThenLowered() is { } raised)
            return raised is { } found ? new Power(new Symbol($"{name}_{found.Below}"), found.Exponent) : null;
        if (below is not null)
            return new Symbol($"{name}_{below}");
        if (bare is "C" && Here.Is(TokenKind.Open, "(") && Arguments() is [var n, var k])
            return new Call("binom", [n, k]);
        if (IsFunctionLetter(name) && Here.Is(TokenKind.Open, "(") && _at + 2 < _to && _tokens[_at + 2].Is(TokenKind.Close, ")") && Arguments() is { } arguments)
            return new Call(name, arguments);
        if (Here.Is(TokenKind.Open, "(") && Several() is { } several)
            return new Call(name, several);
        if (_bound?.Contains(name) is true)
            return new Symbol(name);
        return name switch
        {
            "e" => new Constant(ConstantName.E),
            "i" => new Constant(ConstantName.I),
            _ => new Symbol(name),
        };
    }

    // u(x, t): a comma in the brackets says that they hold arguments.
    private List<Expr>? Several() => Several(_at);

    private List<Expr>? Several(int open)
    {
        var at = _at;
        _at = open;
        if (Arguments() is { Count: > 1 } arguments)
            return arguments;
        Return(at);
        return null;
    }

    public static bool IsFunctionLetter(string name) => name.TrimEnd('\'') is "f" or "g" or "h" or "F" or "G" or "W" or "φ" or "ψ";

    // x^2_3 is (x_3)².
    private (string Below, Expr Exponent)? RaisedThenLowered()
    {
        var at = _at;
        _at++;
        var exponent = Here.Kind switch
        {
            TokenKind.Number => new Number(Here.Value),
            TokenKind.Letter => new Symbol(Here.Text),
            _ => (Expr?)null,
        };
        if (exponent is not null)
            _at++;
        else if (Here.Is(TokenKind.Open, "{"))
            exponent = Group();
        if (exponent is not null && Here.IsSign("_") && Subscript() is { } below)
            return (below, exponent);
        Return(at);
        return null;
    }

    // C_{10}^3, C^3_{10}: combinations; A and P: arrangements.
    private Call? Choice(string letter, ref string? below)
    {
        var at = _at;
        if (below is not null)
        {
            if (!Take("^") || Exponent() is not { } above || Below(at) is not { } total)
            {
                Return(at);
                return null;
            }
            return new(letter is "C" ? "binom" : "arrangements", [total, above]);
        }
        if (Take("^") && Exponent() is { } upper && Take("_") && Argument() is { } lower)
            return new(letter is "C" ? "binom" : "arrangements", [lower, upper]);
        Return(at);
        return null;
    }

    // {}_5C_2, {}^5C_2, _5P_2: the total before the letter.
    private Call? PrefixedChoice(int skipped)
    {
        _at += skipped;
        if (!(Take("_") || Take("^")) || Argument() is not { } total || Here.Kind is not TokenKind.Letter || Here.Text is not ("C" or "P" or "A") || !Ahead.IsSign("_"))
            return null;
        var letter = Here.Text;
        _at += 2;
        return Argument() is { } chosen ? new(letter is "C" ? "binom" : "arrangements", [total, chosen]) : null;
    }

    // The expression of the subscript that ended at a token.
    private Expr? Below(int end)
    {
        var from = end - 1;
        while (from > 0 && !_tokens[from].IsSign("_"))
            from--;
        return Parse(_tokens, from + 1, end, _budget);
    }

    private string? Subscript()
    {
        _at++;
        if (!More)
            return null;
        if (!Here.Is(TokenKind.Open, "{"))
            return Here.Kind is TokenKind.Letter or TokenKind.Number or TokenKind.Words ? _tokens[_at++].Spelled(_budget) : null;
        var depth = 0;
        var text = "";
        while (More && _budget.Take(1 + (text.Length / 32)))
        {
            var token = _tokens[_at++];
            depth += token.Kind is TokenKind.Open ? 1 : token.Kind is TokenKind.Close ? -1 : 0;
            if (depth == 0)
                return text;
            if (token.Is(TokenKind.Open, "{") || token.Is(TokenKind.Close, "}"))
                continue;
            if (token.Spelled(_budget) is not { } word)
                return null;
            text += word;
        }
        return null;
    }

    private Expr? Group()
    {
        var open = Here.Text;
        _at++;
        if (open is "|(" && Here.IsCommand("begin"))
            return MatrixReader.Cells(_tokens, ref _at, _to, _budget) is { } rows && rows.TrueForAll(row => row.Count == rows.Count) && Take(TokenKind.Close, ")|") ? MatrixArithmetic.Determinant(rows) : null;
        if (open is "|(" or "‖(")
            return Bars(open is "|(" ? ")|" : ")‖");
        if (open is "⟨" && Several(_at - 1) is { } several)
            return new Call("inner", several);
        var bars = _bars;
        _bars = 0;
        var inner = Stacked();
        _bars = bars;
        if (inner is null || !More || Here.Kind is not TokenKind.Close || Here.Text != ClosingOf(open))
            return null;
        _at++;
        return open switch
        {
            "⌊" => new Call("floor", inner),
            "⌈" => new Call("ceil", inner),
            _ => inner,
        };
    }

    public static string ClosingOf(string open) => open switch
    {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        @"\{" => @"\}",
        "⌊" => "⌋",
        "⌈" => "⌉",
        "⟨" => "⟩",
        "|(" => ")|",
        _ => "",
    };

    private Call? Bars(string closing)
    {
        _bars++;
        var inner = Sum();
        _bars--;
        var closed = closing is "|" or "‖" ? Take(closing) : Take(TokenKind.Close, closing);
        return inner is not null && closed ? new(closing.Contains('‖', StringComparison.Ordinal) ? "norm" : "abs", inner) : null;
    }

    /// <summary>One argument of a command: a group in braces, or one digit, letter or command.</summary>
    /// <param name="splits">Whether two digits are two arguments, as in \frac12. Anything else of several digits is ambiguous.</param>
    private Expr? Argument(bool splits = false)
    {
        if (!More)
            return null;
        if (Here.Is(TokenKind.Open, "{"))
            return Group();
        if (Here.Kind is TokenKind.Number && Here.IsPlainDigits && Here.Text.Length > 1)
        {
            if (!splits || Here.Text.Length > 2)
                return null;
            _halved = _at;
            return Number.Of(_tokens[_at].Text[0] - '0');
        }
        return Atom();
    }

    /// <summary>The comma-separated expressions in the brackets that start here.</summary>
    private List<Expr>? Arguments()
    {
        var closing = ClosingOf(Here.Text);
        _at++;
        var arguments = new List<Expr>();
        do
        {
            if (Sum() is not { } argument)
                return null;
            arguments.Add(argument);
        }
        while (Take(","));
        return Take(TokenKind.Close, closing) ? arguments : null;
    }
}
