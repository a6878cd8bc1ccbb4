namespace Judges.Format.Language;

/// <summary>
/// What is of no language: code between back-ticks or fences, formulas, tags, tool calls, JSON, addresses. Looked for once from left to right; what
/// does not close covers little, and where something closes is remembered, so that a text of openers stays linear.
/// </summary>
internal ref struct NeutralSpans(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private NextPlace _fence = new("```");
    private NextPlace _tildes = new("~~~");
    private NextPlace _tick = new("`");
    private NextPlace _dollars = new("$$");
    private NextPlace _dollar = new("$");
    private NextPlace _display = new(@"\]");
    private NextPlace _inline = new(@"\)");
    private NextPlace _environment = new(@"\end{");
    private NextPlace _line = new("\n");
    private NextPlace _blankLine = new("\n\n");
    private NextPlace _bracket = new(">");
    private NextPlace _toolCall = new("</tool_");
    private int _noJsonBefore;
    private int _proseEnd = -1;

    /// <summary>How many characters are neutral from this one on, which is no letter; 0 where it is a character like any other.</summary>
    public int At(int at) => _text[at] switch
    {
        '`' => Starts(at, "```") ? Fence(at, ref _fence) : Code(at),
        '~' => Starts(at, "~~~") ? Fence(at, ref _tildes) : 0,
        '$' => Starts(at, "$$") ? Formula(at, 2, ref _dollars, ref _blankLine, 2) : Formula(at, 1, ref _dollar, ref _line, 1),
        '\\' => Command(at),
        '<' => Tag(at),
        '{' => Json(at),
        '/' => NeutralWords.Path(_text, at),
        _ => 0,
    };

    private readonly bool Starts(int at, string prefix) => _text[at..].StartsWith(prefix);

    // A fence may hold blank lines; one that never closes ends at the next.
    private int Fence(int at, ref NextPlace close)
    {
        var end = close.From(_text, at + 3);
        return (end < _text.Length ? end + 3 : _blankLine.From(_text, at + 3)) - at;
    }

    private int Code(int at)
    {
        var end = _tick.From(_text, at + 1);
        return end < _line.From(_text, at + 1) ? end + 1 - at : 0;
    }

    // An unpaired dollar is a character like any other, and so are two with sentences between them.
    private int Formula(int at, int opened, ref NextPlace close, ref NextPlace limit, int closed)
    {
        var end = close.From(_text, at + opened);
        if (end >= limit.From(_text, at + opened))
            return 0;
        return IsProse(at + opened, end) ? 0 : end + closed - at;
    }

    private bool IsProse(int start, int end)
    {
        if (_proseEnd >= start && _proseEnd <= end)
            return true;
        var found = Prose.End(_text[start..end]);
        if (found >= 0)
            _proseEnd = start + found;
        return found >= 0;
    }

    private int Command(int at)
    {
        if (Starts(at, @"\["))
            return Formula(at, 2, ref _display, ref _blankLine, 2);
        if (Starts(at, @"\("))
            return Formula(at, 2, ref _inline, ref _line, 2);
        var end = at + 1;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
            end++;
        return _text[(at + 1)..end] switch
        {
            "begin" => Environment(at),
            "boxed" or "text" or "textbf" or "textit" or "mathrm" or "mbox" or "operatorname" => Braced(at, end),
            _ => end - at,
        };
    }

    private int Environment(int at)
    {
        var end = _environment.From(_text, at + 6);
        if (end == _text.Length || IsProse(at + 6, end))
            return 6;
        var close = _text[end..Math.Min(end + 32, _text.Length)].IndexOf('}');
        return (close < 0 ? end + 5 : end + close + 1) - at;
    }

    // Of what holds sentences only the command is neutral.
    private readonly int Braced(int at, int name)
    {
        const int longest = 64;
        if (name >= _text.Length || _text[name] != '{')
            return name - at;
        var (depth, end) = (0, name);
        for (; end < Math.Min(_text.Length, name + longest); end++)
        {
            depth += _text[end] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                break;
        }
        return depth != 0 || Prose.End(_text[name..end]) >= 0 ? name - at : end + 1 - at;
    }

    private int Tag(int at)
    {
        if (Starts(at, "<tool_") && _toolCall.From(_text, at + 6) is var body && body < _text.Length)
            return _bracket.From(_text, body) is var closed && closed < _text.Length ? closed + 1 - at : _text.Length - at;
        var end = _bracket.From(_text, at + 1);
        var named = at + 1 < _text.Length && (char.IsAsciiLetter(_text[at + 1]) || _text[at + 1] is '/' or '|');
        return named && end < Math.Min(_text.Length, at + 64) ? end + 1 - at : 0;
    }

    // An object with quoted names, if it closes.
    private int Json(int at)
    {
        const int longest = 16_384;
        var first = at + 1;
        while (first < _text.Length && char.IsWhiteSpace(_text[first]))
            first++;
        if (at < _noJsonBefore || first >= _text.Length || _text[first] != '"')
            return 0;
        var (depth, quoted) = (0, false);
        var end = at;
        for (; end < Math.Min(_text.Length, at + longest); end++)
        {
            switch (_text[end])
            {
                case '\\' when quoted:
                    end++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '{' or '[' when !quoted:
                    depth++;
                    break;
                case '}' or ']' when !quoted && --depth == 0:
                    return end + 1 - at;
            }
        }
        _noJsonBefore = end;
        return 0;
    }
}
