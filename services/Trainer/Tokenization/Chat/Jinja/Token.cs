namespace Judges.Training.Tokenization.Chat.Jinja;

internal enum TokenKind
{
    Text,
    OpenOutput,
    CloseOutput,
    OpenBlock,
    CloseBlock,
    Name,
    Quoted,
    Integer,
    Float,
    Operator,
    End,
}

/// <param name="Value">the text itself, a name, an operator, or what a string literal says</param>
internal readonly record struct Token(TokenKind Kind, string Value, int Line)
{
    public bool Is(string value) => Kind is TokenKind.Name or TokenKind.Operator && Value == value;
}
