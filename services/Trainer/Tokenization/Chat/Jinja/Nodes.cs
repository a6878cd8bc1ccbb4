namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>What a template says, as far as it is a value.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    internal sealed record Constant(object? Value) : Expression;

    internal sealed record Name(string Text) : Expression;

    internal sealed record Items(IReadOnlyList<Expression> Values) : Expression;

    internal sealed record Pairs(IReadOnlyList<(Expression Key, Expression Value)> Entries) : Expression;

    internal sealed record Attribute(Expression Of, string Text) : Expression;

    internal sealed record Index(Expression Of, Expression Key) : Expression;

    internal sealed record Slice(Expression Of, Expression? Start, Expression? Stop, Expression? Step) : Expression;

    internal sealed record Call(Expression Callee, Arguments Arguments) : Expression;

    internal sealed record Filter(Expression Of, string Text, Arguments Arguments) : Expression;

    internal sealed record Test(Expression Of, string Text, IReadOnlyList<Expression> Arguments, bool Negated) : Expression;

    internal sealed record Not(Expression Of) : Expression;

    internal sealed record Negative(Expression Of) : Expression;

    internal sealed record Both(Expression Left, Expression Right) : Expression;

    internal sealed record Either(Expression Left, Expression Right) : Expression;

    internal sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

    internal sealed record Comparison(Expression First, IReadOnlyList<(string Operator, Expression Right)> Rest) : Expression;

    internal sealed record Conditional(Expression Condition, Expression Then, Expression? Otherwise) : Expression;
}

internal sealed record Arguments(IReadOnlyList<Expression> Positional, IReadOnlyList<(string Name, Expression Value)> Named)
{
    public static Arguments None { get; } = new([], []);
}

/// <summary>What a template does.</summary>
internal abstract record Statement
{
    private Statement()
    {
    }

    internal sealed record Text(string Value) : Statement;

    internal sealed record Output(Expression Value) : Statement;

    internal sealed record If(IReadOnlyList<(Expression Condition, IReadOnlyList<Statement> Body)> Branches, IReadOnlyList<Statement> Otherwise) : Statement;

    internal sealed record For(
        IReadOnlyList<string> Targets, Expression Source, Expression? Condition, IReadOnlyList<Statement> Body, IReadOnlyList<Statement> Otherwise) : Statement;

    internal sealed record Set(string Target, string? Attribute, Expression Value) : Statement;

    internal sealed record SetBlock(string Target, IReadOnlyList<Statement> Body) : Statement;

    internal sealed record Macro(string Name, IReadOnlyList<(string Name, Expression? Default)> Parameters, IReadOnlyList<Statement> Body) : Statement;

    internal sealed record Break : Statement;

    internal sealed record Continue : Statement;
}
