namespace Symbolics;

/// <summary>
/// Reads one scalar expression by recursive descent; every rule returns null where it finds no such thing.
/// <code>
/// stacked  => sum ( ( "over" | "choose" ) sum )?
/// sum      => sign? product ( ( "+" | "-" | "±" | "∓" ) product )*
/// product  => unary ( ( "*" | "/" | "bmod" | nothing ) unary )*
/// unary    => ( "+" | "-" )* power
/// power    => atom postfix* ( "^" exponent )? postfix*
/// postfix  => "!" | "!!" | "%" | "°"
/// atom     => number | mixed | letter | group | function | command
/// </code>
/// ± is read as plus or as minus, as the caller asks; the caller reads twice.
/// </summary>
internal sealed partial class ExpressionParser
{
    // Each pair of parentheses costs two: one as a power, one as an atom.
    private const int MaxDepth = 700;

    // 1/2/3/… and 9!!!… nest without brackets.
    private const int MaxChain = 256;

    private List<Token> _tokens;
    private int _to;
    private readonly bool _upper;
    private readonly WorkBudget _budget;
    private HashSet<string>? _bound;
    private int _at;
    private int _depth;
    private int _chained;
    private int _bars;

    // The number of two digits whose first one has been taken as an argument, as in \frac12; -1 without one.
    private int _halved = -1;

    // The exponent or index without braces that was begun last: \log_2\frac18 is to the base two, not two and an eighth.
    private int _raised = -1;

    private ExpressionParser(List<Token> tokens, int from, int to, WorkBudget budget, bool upper) =>
        (_tokens, _at, _to, _budget, _upper) = (tokens, from, to, budget, upper);

    /// <summary>The expression that the tokens are, or null.</summary>
    /// <param name="upper">Whether ± is plus.</param>
    public static Expr? Parse(List<Token> tokens, int from, int to, WorkBudget budget, bool upper = true)
    {
        var parser = new ExpressionParser(tokens, from, to, budget, upper);
        var expr = parser.Stacked();
        return parser._at == parser._to ? expr : null;
    }

    private Token Here => _at >= _to ? default : _at == _halved ? SecondDigit(_tokens[_at]) : _tokens[_at];

    private Token Ahead => _at + 1 < _to ? _tokens[_at + 1] : default;

    private bool More => _at < _to;

    private static Token SecondDigit(Token number) =>
        number with { Text = number.Text[1..], Value = new Rational(number.Text[1] - '0'), Blank = false };

    private void Return(int at) => (_at, _halved) = (at, -1);

    private bool Take(string sign)
    {
        if (!More || !Here.IsSign(sign))
            return false;
        _at++;
        return true;
    }

    private bool Take(TokenKind kind, string text)
    {
        if (!More || !Here.Is(kind, text))
            return false;
        _at++;
        return true;
    }

    private Expr? Stacked()
    {
        var upper = Sum();
        var over = Here.IsCommand("over");
        if (upper is null || !(over || Here.IsCommand("choose")))
            return upper;
        _at++;
        return Sum() is not { } lower ? null : over ? new Quotient(upper, lower) : new Call("binom", [upper, lower]);
    }

    private Expr? Sum()
    {
        var terms = new List<Expr>();
        var sign = TakeSign() ?? 1;
        while (true)
        {
            if (Product() is not { } term)
                return null;
            terms.Add(sign < 0 ? Build.Negate(term) : term);
            if (TakeSign() is not { } next)
                break;
            sign = next;
        }
        return terms.Count == 1 ? terms[0] : new Sum(terms);
    }

    private int? TakeSign()
    {
        if (!More || Here.Kind is not TokenKind.Sign)
            return null;
        int? sign = Here.Text switch { "+" => 1, "-" => -1, "±" => _upper ? 1 : -1, "∓" => _upper ? -1 : 1, _ => null };
        if (sign is not null)
            _at++;
        return sign;
    }

    private Expr? Product()
    {
        if (Unary() is not { } left)
            return null;
        while (More)
        {
            if (Take("*"))
            {
                if (Unary() is not { } right)
                    return null;
                left = Times(left, right);
            }
            else if (Take("/"))
            {
                if (Unary() is not { } right || ++_chained > MaxChain)
                    return null;
                left = new Quotient(left, right);
            }
            else if (Here.IsCommand("bmod"))
            {
                _at++;
                if (Unary() is not { } right || ++_chained > MaxChain)
                    return null;
                left = new Call("mod", [left, right]);
            }
            else if (StartsAtom())
            {
                if (Here.Kind is TokenKind.Number && _tokens[_at - 1].Kind is TokenKind.Number)
                    return null;
                if (Power() is not { } right)
                    return null;
                left = Times(left, right);
            }
            else
            {
                break;
            }
        }
        return left;
    }

    private static Product Times(Expr left, Expr right) =>
        left is Product product ? new Product([.. product.Factors, right]) : new Product([left, right]);

    private Expr? Unary()
    {
        var negative = false;
        while (More && Here.Kind is TokenKind.Sign && Here.Text is "+" or "-")
        {
            negative ^= Here.Text is "-";
            _at++;
        }
        var value = Power();
        return value is not null && negative ? Build.Negate(value) : value;
    }

    private Expr? Power()
    {
        if (++_depth > MaxDepth || Atom() is not { } value)
            return null;
        value = Postfix(value);
        if (value is not null && Take("^"))
        {
            if (Take("°"))
                value = new Call("deg", value);
            else if (Take("*"))
                value = new Call("star", value);
            else if (Here.Is(TokenKind.Open, "{") && Ahead.IsSign("°") && _at + 2 < _to && _tokens[_at + 2].Is(TokenKind.Close, "}"))
            {
                _at += 3;
                value = new Call("deg", value);
            }
            else if (Exponent() is { } exponent)
                value = new Power(value, exponent);
            else
                return null;
        }
        _depth--;
        return value is null ? null : Postfix(value);
    }

    // A bare exponent is one sign: x^23 is x² · 3 in LaTeX, but plain text writes whole numbers, and LaTeX writers err the same way.
    private Expr? Exponent()
    {
        if (Take(TokenKind.Open, "{"))
        {
            if (Sum() is not { } inner || !Take(TokenKind.Close, "}"))
                return null;
            return inner;
        }
        if (More && Here.Kind is TokenKind.Sign && Here.Text is "-" or "+")
        {
            var negative = Here.Text is "-";
            _at++;
            _raised = _at;
            return Power() is { } value ? negative ? Build.Negate(value) : value : null;
        }
        _raised = _at;
        return Power();
    }

    private Expr? Postfix(Expr value)
    {
        while (More && Here.Kind is TokenKind.Sign)
        {
            if (Here.Text is "!")
            {
                _at++;
                value = new Call(Take("!") ? "doublefactorial" : "factorial", value);
            }
            else if (Here.Text is "%")
            {
                _at++;
                value = new Quotient(value, Number.Of(100));
            }
            else if (Here.Text is "°")
            {
                _at++;
                value = new Call("deg", value);
            }
            else
            {
                break;
            }
            if (++_chained > MaxChain)
                return null;
        }
        return value;
    }

    private bool StartsAtom() => Here.Kind switch
    {
        TokenKind.Number or TokenKind.Letter => true,
        TokenKind.Open => true,
        TokenKind.Command => Here.Text is not ("bmod" or "choose" or "over" or "pmod" or "end") && !(Here.IsCommand("begin") && !IsDeterminant(_at)),
        TokenKind.Sign => Here.Text is "…" || (Here.Text is "|" or "‖" && _bars == 0),
        _ => false,
    };
}
