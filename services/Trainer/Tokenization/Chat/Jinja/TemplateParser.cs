namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>The statements of a template. What is not here is refused by name.</summary>
internal sealed class TemplateParser
{
    private readonly TokenReader _tokens;
    private readonly ExpressionParser _expressions;

    private TemplateParser(string template)
    {
        _tokens = new(Lexer.Cut(template));
        _expressions = new(_tokens);
    }

    public static IReadOnlyList<Statement> Parse(string template)
    {
        var parser = new TemplateParser(template);
        var statements = parser.Body();
        return parser._tokens.Current.Kind == TokenKind.End ? statements : throw parser._tokens.Fault("nothing was open that could end here");
    }

    // Up to a block that begins with one of the names, which stays.
    private List<Statement> Body(params string[] ends) => _tokens.Deeper(() =>
    {
        List<Statement> statements = [];
        while (_tokens.Current.Kind != TokenKind.End)
        {
            if (_tokens.Current.Kind == TokenKind.Text)
            {
                statements.Add(new Statement.Text(_tokens.Take().Value));
            }
            else if (_tokens.Current.Kind == TokenKind.OpenOutput)
            {
                _tokens.Take();
                statements.Add(new Statement.Output(_expressions.ReadTuple()));
                _tokens.Expect(TokenKind.CloseOutput);
            }
            else if (ends.Any(_tokens.Next.Is))
            {
                return statements;
            }
            else
            {
                _tokens.Expect(TokenKind.OpenBlock);
                Block(statements);
            }
        }

        return ends.Length == 0 ? statements : throw _tokens.Fault($"'{ends[^1]}' was due");
    });

    private void Block(List<Statement> into)
    {
        var name = _tokens.Name();
        switch (name)
        {
            case "if":
                into.Add(If());
                break;
            case "for":
                into.Add(For());
                break;
            case "set":
                into.Add(Set());
                break;
            case "macro":
                into.Add(Macro());
                break;
            case "break":
                into.Add(new Statement.Break());
                break;
            case "continue":
                into.Add(new Statement.Continue());
                break;
            case "generation": // marks what the assistant says, for whoever trains on it alone
                _tokens.Expect(TokenKind.CloseBlock);
                into.AddRange(Body("endgeneration"));
                End("endgeneration");
                return;
            default:
                throw _tokens.Fault($"there is no '{name}' block here; there are if, for, set, macro, break, continue and generation");
        }

        _tokens.Expect(TokenKind.CloseBlock);
    }

    private Statement.If If()
    {
        List<(Expression, IReadOnlyList<Statement>)> branches = [];
        do
        {
            var condition = _expressions.ReadTuple();
            _tokens.Expect(TokenKind.CloseBlock);
            branches.Add((condition, Body("elif", "else", "endif")));
            _tokens.Expect(TokenKind.OpenBlock);
        }
        while (_tokens.Skip("elif"));

        return new(branches, Otherwise("endif"));
    }

    private Statement.For For()
    {
        List<string> targets = [];
        do
            targets.Add(_tokens.Name());
        while (_tokens.Skip(","));
        _tokens.Expect("in");
        // The filter of a loop looks like the beginning of a conditional value: what follows `if` without `else` is the filter.
        var source = _expressions.ReadTuple();
        Expression? condition = null;
        if (source is Expression.Conditional { Otherwise: null } filtered)
            (source, condition) = (filtered.Then, filtered.Condition);
        if (_tokens.Current.Is("recursive"))
            throw _tokens.Fault("there are no recursive loops here");
        _tokens.Expect(TokenKind.CloseBlock);
        var body = Body("else", "endfor");
        _tokens.Expect(TokenKind.OpenBlock);
        return new(targets, source, condition, body, Otherwise("endfor"));
    }

    // After the name of the block's last part has been reached.
    private List<Statement> Otherwise(string end)
    {
        if (!_tokens.Skip("else"))
        {
            _tokens.Expect(end);
            return [];
        }

        _tokens.Expect(TokenKind.CloseBlock);
        var body = Body(end);
        _tokens.Expect(TokenKind.OpenBlock);
        _tokens.Expect(end);
        return body;
    }

    private Statement Set()
    {
        var name = _tokens.Name();
        var attribute = _tokens.Skip(".") ? _tokens.Name() : null;
        if (_tokens.Skip("="))
            return new Statement.Set(name, attribute, _expressions.ReadTuple());
        if (attribute is not null || _tokens.Current.Kind != TokenKind.CloseBlock)
            throw _tokens.Fault("'=' was due");

        _tokens.Expect(TokenKind.CloseBlock);
        var body = Body("endset");
        _tokens.Expect(TokenKind.OpenBlock);
        _tokens.Expect("endset");
        return new Statement.SetBlock(name, body);
    }

    private Statement.Macro Macro()
    {
        var name = _tokens.Name();
        List<(string, Expression?)> parameters = [];
        _tokens.Expect("(");
        while (!_tokens.Skip(")"))
        {
            parameters.Add((_tokens.Name(), _tokens.Skip("=") ? _expressions.Read() : null));
            if (!_tokens.Current.Is(")"))
                _tokens.Expect(",");
        }

        _tokens.Expect(TokenKind.CloseBlock);
        var body = Body("endmacro");
        _tokens.Expect(TokenKind.OpenBlock);
        _tokens.Expect("endmacro");
        return new(name, parameters, body);
    }

    private void End(string name)
    {
        _tokens.Expect(TokenKind.OpenBlock);
        _tokens.Expect(name);
        _tokens.Expect(TokenKind.CloseBlock);
    }
}
