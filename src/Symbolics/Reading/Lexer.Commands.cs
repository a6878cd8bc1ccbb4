namespace Symbolics;

/// <summary>LaTeX commands.</summary>
internal sealed partial class Lexer
{
    private bool Command(int? stop = null)
    {
        var start = _at;
        var end = stop ?? _at + 1;
        while (stop is null && end < _end && char.IsAsciiLetter(_text[end]))
            end++;
        if (end == start + 1 && end < _end)
            end++;
        var name = _text[(start + 1)..end];
        if (name.Length == 0)
        {
            // A backslash at the very end means nothing.
            _at = end;
            return true;
        }
        if (name is "left" or "right" or "mleft" or "mright" && end < _end)
            return Delimiter(name.EndsWith("left", StringComparison.Ordinal), end);
        if (CommandTable.Silent.Contains(name))
        {
            _at = end;
            return true;
        }
        if (CommandTable.Blank.Contains(name))
        {
            _at = end;
            _blank = true;
            return name is not ("quad" or "qquad") || Add(new(TokenKind.Sign, "quad", start, end - start, true), 0);
        }
        if (name.StartsWith("quad", StringComparison.Ordinal) && name.Length > 4)
            return Add(TokenKind.Sign, "quad", 5);
        if (name is "(" or ")" or "[" or "]")
        {
            _at = end;
            return true;
        }
        if (name is "begin" or "end")
            return Environment(name, end);
        // A command whose backslash was escaped once too often.
        if (name is "\\" && _text.AsSpan(end) is var rest && (rest.StartsWith("frac{") || rest.StartsWith("dfrac{") || rest.StartsWith("left") || rest.StartsWith("right") || rest.StartsWith("sqrt{")
            || rest.StartsWith("pi") || rest.StartsWith("text{") || rest.StartsWith("le ") || rest.StartsWith("in ")))
        {
            _at++;
            return true;
        }
        if (name is "\\")
            return Add(TokenKind.Sign, @"\\", 2);
        var length = end - start;
        if (CommandTable.Signs.TryGetValue(name, out var sign))
            return Add(TokenKind.Sign, sign, length);
        if (CommandTable.Opens.TryGetValue(name, out var open))
        {
            _brackets++;
            return Add(TokenKind.Open, open, length);
        }
        if (CommandTable.Closes.TryGetValue(name, out var close))
        {
            _brackets--;
            return Add(TokenKind.Close, close, length);
        }
        if (CommandTable.Letters.TryGetValue(name, out var letter))
            return Add(TokenKind.Letter, letter, length);
        if (name is "boxed" && _tokens is [.., { Kind: not TokenKind.Sign }])
            Add(new(TokenKind.Sign, ",", start, 0, true), 0);
        if (name is "mathbb" && Argument(end) is null && Bare(end) is var bare and >= 0)
            return Faced(name, start, bare, bare + 1);
        if (name is "mathfrak" or "mathscr" && Argument(end) is var (letter1, letter2) && letter2 == letter1 + 1)
        {
            Add(new(TokenKind.Letter, $"{name} {_text[letter1]}", start, letter2 + 1 - start, _blank), 0);
            _at = letter2 + 1;
            return true;
        }
        if ((CommandTable.Face.Contains(name) || name is "mathbb" or "boxed" or "fbox" or "variable") && Argument(end) is var (from, to))
            return Faced(name, start, from, to);
        if (name is "|" or "Vert")
            return Add(TokenKind.Sign, "‖", length);
        // \cotx, \lvertx: a command grown together with a letter.
        if (name.Length > 2 && !FunctionNames.Knows(name) && Glued(name) is { } known)
        {
            return Command(start + 1 + known.Length);
        }
        return Add(TokenKind.Command, Spelling(name), length);
    }

    // \begin{name}{columns}, \end{name}: the star and the columns mean nothing.
    private bool Environment(string command, int at)
    {
        var start = _at;
        if (Argument(at) is not var (from, to))
            return Add(TokenKind.Command, command, at - start);
        var word = _text[from..to].Trim(' ', '*');
        if (word is "array" && command is "begin" && Argument(to + 1) is var (_, columns))
            to = columns;
        Add(new(TokenKind.Command, command, start, 0, _blank), 0);
        Add(new(TokenKind.Open, "{", start, 0, false), 0);
        Add(new(TokenKind.Words, word, start, to - start, false), 0);
        Add(new(TokenKind.Close, "}", to, 0, false), 0);
        _brackets += command is "begin" ? 1 : -1;
        _at = to + 1;
        return true;
    }

    // The longest command that a name of nothing starts with, when one or two letters are left.
    private static string? Glued(string name)
    {
        for (var length = name.Length - 1; length >= Math.Max(2, name.Length - 2); length--)
        {
            var start = name[..length];
            if (CommandTable.Opens.ContainsKey(start) || CommandTable.Closes.ContainsKey(start) || FunctionNames.Find(start) is not null || CommandTable.Signs.ContainsKey(start) || start is "quad" or "qquad" or "pi")
                return start;
        }
        return null;
    }

    private static string Spelling(string name) => name switch
    {
        "dfrac" or "tfrac" or "cfrac" or "nicefrac" or "sfrac" => "frac",
        "dbinom" or "tbinom" => "binom",
        "varnothing" or "oslash" => "emptyset",
        "exponentialE" => "e",
        "bmod" or "mod" => "bmod",
        "inf" => "infty",
        _ => name,
    };

    // \left and \right make a bar an opening or a closing one; \left. and \right. are nothing.
    private bool Delimiter(bool left, int end)
    {
        while (end < _end && _text[end] is ' ')
            end++;
        var rest = _text.AsSpan(end, _end - end);
        var bar = rest.StartsWith(@"\vert") ? 5 : rest.StartsWith(@"\|") ? 2 : rest is ['|', ..] ? 1 : 0;
        if (bar > 0)
        {
            _brackets += left ? 1 : -1;
            _at = end;
            return Add(left ? TokenKind.Open : TokenKind.Close, left ? "|(" : ")|", bar);
        }
        _at = rest is ['.', ..] ? end + 1 : end;
        return true;
    }

    // The inside of the group after a command.
    private (int From, int To)? Argument(int at)
    {
        while (at < _end && _text[at] is ' ' or '*')
            at++;
        if (at >= _end || _text[at] is not '{')
            return null;
        var (first, depth) = (at, 0);
        for (var i = at; i < _end; i++)
        {
            if (_text[i] is '\\')
                i++;
            else if (_text[i] is '{')
                depth++;
            else if (_text[i] is '}' && --depth == 0)
                return _budget.Take((i - first) / 16) ? (at + 1, i) : null;
        }
        // Each group that is never closed is looked for to the end.
        _budget.Take((_end - first) / 16);
        return null;
    }

    // \mathbb Z: the letter, or -1.
    private int Bare(int at)
    {
        while (at < _end && _text[at] is ' ')
            at++;
        return at < _end && char.IsAsciiLetter(_text[at]) ? at : -1;
    }

    private bool Faced(string name, int start, int from, int to)
    {
        var content = _text[from..to];
        var word = content.Replace("~", " ", StringComparison.Ordinal).Trim();
        _at = to < _end && _text[to] is '}' ? to + 1 : to;
        var length = _at - start;
        if (name is "mathbb")
            return Add(new(TokenKind.Letter, word switch { "R" => "ℝ", "Z" => "ℤ", "N" => "ℕ", "Q" => "ℚ", "C" => "ℂ", _ => word }, start, length, _blank), 0);
        if (word.Length == 0)
        {
            _blank = true;
            return true;
        }
        if (name is "mathbf" or "boldsymbol" or "bm" or "textbf" && UnitVectors.Name(word) is { } vector)
            return Add(new(TokenKind.Letter, vector, start, length, _blank), 0);
        if (word is "and" or "or" or "And" or "Or" or "and/or" or "," or "和" or "或")
            return Add(new(TokenKind.Sign, ",", start, length, true), 0);
        if (FunctionNames.Find(word) is not null && name is "operatorname" or "mathrm" or "text" && word is not "min" && (name is "operatorname" || word is not ("Re" or "Im")))
            return Add(new(TokenKind.Command, word, start, length, _blank), 0);
        var unit = word.Length == 1 && _tokens is [.., { Kind: TokenKind.Number }] && UnitTable.Find(word) is not null;
        if (unit || (name is not ("boxed" or "fbox" or "variable") && IsProse(word)))
            return Add(new(TokenKind.Words, word, start, length, _blank || content[0] is ' ' or '~'), 0);
        return new Lexer(_text, from, to, _tokens, _depth + 1, _budget) { _blank = _blank, _brackets = _brackets }.Run();
    }

    // A word of two letters or more, and no sign of mathematics.
    private static bool IsProse(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (c is '\\' or '=' or '<' or '>' or '+' or '$' or '{')
                return false;
            if (char.IsDigit(c) && letters == 0)
                return false;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return letters > 1 || (letters == 1 && !char.IsAscii(word[0]));
    }
}
