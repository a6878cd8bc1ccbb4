namespace Symbolics;

/// <summary>Cuts an answer into tokens. It accepts any text; what it does not know becomes a sign that no rule of the grammar uses.</summary>
internal sealed partial class Lexer
{
    public const int MaxLength = 16_384;
    public const int MaxTokens = 4_096;
    private const int MaxDepth = 16;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly int _depth;
    private readonly int _end;
    private readonly WorkBudget _budget;
    private int _at;
    private bool _blank;
    private int _brackets;

    private Lexer(string text, int start, int end, List<Token> tokens, int depth, WorkBudget budget)
    {
        (_text, _at, _end, _tokens, _depth, _budget) = (text, start, end, tokens, depth, budget);
    }

    /// <summary>The tokens, or null when the text is over a budget.</summary>
    public static List<Token>? Cut(string text, WorkBudget budget)
    {
        if (text.Length > MaxLength)
            return null;
        var tokens = new List<Token>();
        return new Lexer(text, 0, text.Length, tokens, 0, budget).Run() ? tokens : null;
    }

    private char Here => _at < _end ? _text[_at] : '\0';

    private char Next(int ahead = 1) => _at + ahead < _end ? _text[_at + ahead] : '\0';

    private bool Run()
    {
        while (_at < _end)
        {
            if (_tokens.Count > MaxTokens || _depth > MaxDepth || !_budget.Take(2))
                return false;
            if (!Step())
                return false;
        }
        return true;
    }

    private bool Step()
    {
        var c = Here;
        if (char.IsWhiteSpace(c) || c is '~' or '\u200b' or '\u2061')
        {
            _blank = true;
            _at++;
            return true;
        }
        if (c is '\\')
            return Command();
        if (char.IsAsciiDigit(c) || (c is '.' && char.IsAsciiDigit(Next())))
            return NumberToken();
        if (char.IsAsciiLetter(c))
        {
            Letters();
            return true;
        }
        return Character(c);
    }

    private bool Character(char c)
    {
        switch (c)
        {
            case '(' or '[' or '{':
                _brackets += c is '{' ? 0 : 1;
                return Add(TokenKind.Open, c.ToString(), 1);
            case ')' or ']' or '}':
                _brackets -= c is '{' ? 0 : 1;
                return Add(TokenKind.Close, c.ToString(), 1);
            case '$' or '“' or '”' or '"' when c is not '"' || _tokens is not [.., { Kind: TokenKind.Number }]:
                _at++;
                return true;
            case '*' when Next() is '*':
                return Add(TokenKind.Sign, "^", 2);
            case '<' or '>' or '!' or '=' when Next() is '=':
                return Add(TokenKind.Sign, c switch { '<' => "≤", '>' => "≥", '!' => "≠", _ => "=" }, 2);
            case '.' when Next() is '.' && Next(2) is '.':
                return Add(TokenKind.Sign, "…", 3);
            case '√':
                return Add(TokenKind.Command, "sqrt", 1);
            case '∛':
                return Add(TokenKind.Command, "cbrt", 1);
            case 'π' or 'Π':
                return Add(TokenKind.Command, "pi", 1);
            case '∞':
                return Add(TokenKind.Command, "infty", 1);
            case '∅' or 'Ø' or 'ø':
                return Add(TokenKind.Command, "emptyset", 1);
            case 'ℝ' or 'ℤ' or 'ℕ' or 'ℚ' or 'ℂ':
                return Add(TokenKind.Letter, c.ToString(), 1);
            case >= 'α' and <= 'ω' or >= 'Α' and <= 'Ω':
                return Add(TokenKind.Letter, c.ToString(), 1);
        }
        if (Superscripts.IndexOf(c) >= 0)
            return Superscript();
        if (Superscripts.Fraction(c) is { } fraction)
            return Add(new(TokenKind.Number, "½", _at, 1, _blank, fraction));
        var text = c.ToString();
        if (CommandTable.Signs.TryGetValue(text, out var sign))
            return Add(TokenKind.Sign, sign, 1);
        if (CommandTable.Opens.TryGetValue(text, out var open))
        {
            _brackets++;
            return Add(TokenKind.Open, open, 1);
        }
        if (CommandTable.Closes.TryGetValue(text, out var close))
        {
            _brackets--;
            return Add(TokenKind.Close, close, 1);
        }
        return char.IsLetter(c) ? ForeignWords() : Add(TokenKind.Sign, text, 1);
    }

    private bool ForeignWords()
    {
        var start = _at;
        while (_at < _end && char.IsLetter(_text[_at]) && !char.IsAscii(_text[_at]))
            _at++;
        var word = _text[start.._at];
        return word is "或" or "且" or "并且" or "和" or "与" or "或者" or "以及"
            ? Add(new(TokenKind.Sign, ",", start, _at - start, true), 0)
            : Add(new(TokenKind.Words, word, start, _at - start, _blank), 0);
    }

    private bool Superscript()
    {
        var start = _at;
        var plain = "";
        while (_at < _end && Superscripts.IndexOf(_text[_at]) is var index and >= 0)
        {
            plain += Superscripts.Plain[index];
            _at++;
        }
        Add(new(TokenKind.Sign, "^", start, 0, false), 0);
        Add(new(TokenKind.Open, "{", start, 0, false), 0);
        new Lexer(plain, 0, plain.Length, _tokens, _depth + 1, _budget).Run();
        return Add(new(TokenKind.Close, "}", _at, 0, false), 0);
    }

    private bool Add(TokenKind kind, string text, int length) => Add(new(kind, text, _at, length, _blank), length);

    private bool Add(Token token) => Add(token, token.Length);

    private bool Add(Token token, int advance)
    {
        _tokens.Add(token);
        _at += advance;
        _blank = false;
        return true;
    }
}

/// <summary>Unicode's raised digits and ready-made fractions.</summary>
internal static class Superscripts
{
    public const string Plain = "0123456789+-n()";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ⁽⁾";
    private const string Fractions = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";

    private static readonly (int Over, int Under)[] s_values =
        [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)];

    public static int IndexOf(char c) => Raised.IndexOf(c, StringComparison.Ordinal);

    public static Rational? Fraction(char c) =>
        Fractions.IndexOf(c, StringComparison.Ordinal) is var index and >= 0 ? new Rational(s_values[index].Over, s_values[index].Under) : null;
}
