namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>A place in the tokens of a template.</summary>
internal sealed class TokenReader(List<Token> tokens)
{
    // Real templates nest a dozen deep; the bound keeps a hostile one from exhausting the stack.
    private const int MostDeep = 100;

    private int _at;
    private int _depth;

    public Token Current => tokens[_at];

    public Token Next => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public Token Take() => Current.Kind == TokenKind.End ? throw Fault("it ends too early") : tokens[_at++];

    public bool Skip(string value)
    {
        if (!Current.Is(value))
            return false;
        _at++;
        return true;
    }

    public void Expect(string value)
    {
        if (!Skip(value))
            throw Fault($"'{value}' was due");
    }

    public void Expect(TokenKind kind)
    {
        if (Current.Kind != kind)
            throw Fault($"{kind} was due");
        _at++;
    }

    public string Name() => Current.Kind == TokenKind.Name ? tokens[_at++].Value : throw Fault("a name was due");

    public T Deeper<T>(Func<T> read)
    {
        if (++_depth > MostDeep)
            throw Fault($"it nests more than {MostDeep} deep");
        var result = read();
        _depth--;
        return result;
    }

    public TemplateException Fault(string what) =>
        new($"The chat template cannot be read: {what}, line {Current.Line}{(Current.Value.Length is > 0 and < 40 ? $", at '{Current.Value}'" : "")}.");
}
