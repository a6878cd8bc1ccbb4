using System.Globalization;
using System.Text;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>
/// Cuts a template into tokens, with the whitespace rules that Hugging Face sets (trim_blocks, lstrip_blocks): a newline after a block is
/// dropped, and so is what indents it; a minus in a delimiter drops all whitespace on that side.
/// </summary>
internal sealed class Lexer
{
    private static readonly string[] s_operators =
        ["**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", ".", ",", ":", "|", "(", ")", "[", "]", "{", "}"];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = 1;
    private bool _lineStarts = true; // whether what precedes is the start of a line
    private bool _dropLeading;

    private Lexer(string text) => _text = text;

    public static List<Token> Cut(string template)
    {
        var text = template.ReplaceLineEndings("\n");
        var lexer = new Lexer(text.EndsWith('\n') ? text[..^1] : text);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            var open = NextDelimiter();
            Text(open);
            if (open == _text.Length)
                break;

            var kind = _text[open + 1];
            _at = open + 2;
            if (_at < _text.Length && _text[_at] is '-' or '+' && kind != '#')
                _at++;
            if (kind == '#')
                Comment();
            else
                Tag(kind == '{');
        }

        Add(TokenKind.End, "");
    }

    private int NextDelimiter()
    {
        for (var at = _at; at + 1 < _text.Length; at++)
        {
            if (_text[at] == '{' && _text[at + 1] is '{' or '%' or '#')
                return at;
        }

        return _text.Length;
    }

    private void Text(int end)
    {
        var text = _text.AsSpan(_at, end - _at);
        if (_dropLeading)
            text = text.TrimStart();
        if (end + 2 < _text.Length && _text[end + 2] == '-')
            text = text.TrimEnd();
        else if (end < _text.Length && _text[end + 1] != '{' && !(end + 2 < _text.Length && _text[end + 2] == '+'))
            text = WithoutIndent(text);
        if (text.Length > 0)
            Add(TokenKind.Text, text.ToString());
        _line += _text.AsSpan(_at, end - _at).Count('\n');
    }

    private ReadOnlySpan<char> WithoutIndent(ReadOnlySpan<char> text)
    {
        var line = text.LastIndexOf('\n') + 1;
        return (line > 0 || _lineStarts) && text[line..].IsWhiteSpace() ? text[..line] : text;
    }

    private void Comment()
    {
        var end = _text.IndexOf("#}", _at, StringComparison.Ordinal);
        if (end < 0)
            throw Fault("a comment does not end");
        var drop = end > 0 && _text[end - 1] == '-';
        _line += _text.AsSpan(_at, end - _at).Count('\n');
        _at = end + 2;
        Closed(drop, trimNewline: true);
    }

    private void Tag(bool output)
    {
        Add(output ? TokenKind.OpenOutput : TokenKind.OpenBlock, "");
        var depth = 0; // a closing delimiter inside of brackets is two brackets
        while (true)
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
                _line += _text[_at++] == '\n' ? 1 : 0;
            if (_at >= _text.Length)
                throw Fault("a tag does not end");
            if (depth == 0 && Ends(output ? "}}" : "%}") is > 0 and var length)
            {
                var drop = _text[_at] == '-';
                _at += length;
                Add(output ? TokenKind.CloseOutput : TokenKind.CloseBlock, "");
                Closed(drop, trimNewline: !output);
                return;
            }

            depth += Piece();
        }
    }

    private int Ends(string delimiter)
    {
        var sign = _text[_at] is '-' or '+' ? 1 : 0;
        return string.CompareOrdinal(_text, _at + sign, delimiter, 0, 2) == 0 ? sign + 2 : 0;
    }

    private void Closed(bool dropWhitespace, bool trimNewline)
    {
        _dropLeading = dropWhitespace;
        _lineStarts = false;
        if (dropWhitespace || !trimNewline || _at >= _text.Length || _text[_at] != '\n')
            return;
        _at++;
        _line++;
        _lineStarts = true;
    }

    // → how much deeper in brackets
    private int Piece()
    {
        var c = _text[_at];
        if (c is '"' or '\'')
        {
            Quoted(c);
            return 0;
        }

        var start = _at;
        if (char.IsAsciiDigit(c))
        {
            while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || (_text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
                _at++;
            var number = _text[start.._at];
            Add(number.Contains('.', StringComparison.Ordinal) ? TokenKind.Float : TokenKind.Integer, number);
            return 0;
        }

        if (char.IsLetter(c) || c == '_')
        {
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
                _at++;
            Add(TokenKind.Name, _text[start.._at]);
            return 0;
        }

        var symbol = Array.Find(s_operators, candidate => string.CompareOrdinal(_text, start, candidate, 0, candidate.Length) == 0)
            ?? throw Fault($"there is no operator '{c}'");
        _at += symbol.Length;
        Add(TokenKind.Operator, symbol);
        return symbol is "(" or "[" or "{" ? 1 : symbol is ")" or "]" or "}" ? -1 : 0;
    }

    private void Quoted(char quote)
    {
        var value = new StringBuilder();
        for (_at++; ; _at++)
        {
            if (_at >= _text.Length)
                throw Fault("a string does not end");
            var c = _text[_at];
            if (c == quote)
                break;
            _line += c == '\n' ? 1 : 0;
            if (c == '\\' && _at + 1 < _text.Length)
                Escape(_text[++_at], value);
            else
                value.Append(c);
        }

        _at++;
        Add(TokenKind.Quoted, value.ToString());
    }

    private void Escape(char c, StringBuilder into)
    {
        var digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            _ = c switch
            {
                'n' => into.Append('\n'),
                't' => into.Append('\t'),
                'r' => into.Append('\r'),
                'a' => into.Append('\a'),
                'b' => into.Append('\b'),
                'f' => into.Append('\f'),
                'v' => into.Append('\v'),
                '\n' => into,
                '\\' or '\'' or '"' => into.Append(c),
                _ => into.Append('\\').Append(c),
            };
            return;
        }

        if (_at + digits >= _text.Length || !int.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF)
            throw Fault($"'\\{c}' is not followed by a character's number");
        _at += digits;
        into.Append(code is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(code));
    }

    private void Add(TokenKind kind, string value) => _tokens.Add(new(kind, value, _line));

    private TemplateException Fault(string what) => new($"The chat template cannot be read: {what}, line {_line}.");
}
