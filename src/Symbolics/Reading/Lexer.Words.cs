namespace Symbolics;

/// <summary>Plain letters: variables, functions or words.</summary>
internal sealed partial class Lexer
{
    // abc is a product; abcd is rarely one.
    private const int LongestProduct = 3;

    private static readonly string[] s_prefixes = ["arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sqrt", "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "pi"];

    private void Letters()
    {
        var start = _at;
        while (_at < _end && char.IsAsciiLetter(_text[_at]))
            _at++;
        var run = _text[start.._at];
        var afterNumber = _tokens is [.., { Kind: TokenKind.Number }] or [.., { Kind: TokenKind.Number }, { Kind: TokenKind.Open, Text: "{" }] && start > 0;
        var token = Word(run, afterNumber);
        if (token is not null)
        {
            Add(token.Value with { Start = start, Length = run.Length, Blank = _blank }, 0);
            return;
        }
        for (var i = 0; i < run.Length;)
        {
            if (run.Length > 2 && PrefixAt(run, i) is { } prefix)
            {
                Add(new(TokenKind.Command, prefix, start + i, prefix.Length, _blank), 0);
                i += prefix.Length;
                continue;
            }
            Add(new(TokenKind.Letter, run[i].ToString(), start + i, 1, _blank), 0);
            i++;
        }
    }

    private Token? Word(string run, bool afterNumber)
    {
        if (run.Length == 1)
            return null;
        if (Here is '{' && run is "frac" or "dfrac" or "sqrt" or "bar" or "vec" or "hat" or "overline" or "binom")
            return new(TokenKind.Command, run is "dfrac" ? "frac" : run, 0, 0, false);
        if (run is "and" or "or")
            return new(TokenKind.Sign, ",", 0, 0, true);
        if (afterNumber && Here is not '(' && UnitTable.Knows(run))
            return new(TokenKind.Words, run, 0, 0, true);
        if (run is "pi" or "Pi")
            return new(TokenKind.Command, "pi", 0, 0, false);
        if (run is "inf" or "infty" or "infinity" or "oo" or "Infinity")
            return new(TokenKind.Command, "infty", 0, 0, false);
        if (run is "mod")
            return new(TokenKind.Command, "bmod", 0, 0, false);
        if (run is not ("Re" or "Im") && FunctionNames.Find(run) is not null)
            return new(TokenKind.Command, run, 0, 0, false);
        if (run is "theta" or "alpha" or "beta" or "lambda" or "gamma" or "sigma" or "omega" or "delta")
            return new(TokenKind.Letter, CommandTable.Letters[run], 0, 0, false);
        return run.Length > LongestProduct && PrefixAt(run, 0) is not { } || (run.Length > 8) || (afterNumber && _blank && run.Length > 2 && PrefixAt(run, 0) is null)
            ? new(TokenKind.Words, run, 0, 0, true)
            : null;
    }

    private static string? PrefixAt(string run, int at)
    {
        foreach (var prefix in s_prefixes)
        {
            if (run.AsSpan(at).StartsWith(prefix) && run.Length - at - prefix.Length <= (prefix.Length > 2 ? 2 : 1))
                return prefix;
        }
        return null;
    }
}
