namespace Symbolics;

/// <summary>A scalar expression as it was written: nothing is simplified when it is read.</summary>
internal abstract record Expr
{
    private protected Expr()
    {
    }
}

/// <summary>A rational number. <paramref name="Decimals"/> counts the digits behind its point, -1 when it was not written with one.</summary>
internal sealed record Number(Rational Value, int Decimals = -1) : Expr
{
    public static readonly Number Zero = new(default(Rational));
    public static readonly Number One = new(new Rational(1));

    public static Number Of(int value) => new(new Rational(value));
}

/// <summary>A variable.</summary>
internal sealed record Symbol(string Name) : Expr;

internal enum ConstantName
{
    Pi,
    E,
    I,
    Infinity,
}

internal sealed record Constant(ConstantName Name) : Expr;

internal sealed record Sum(IReadOnlyList<Expr> Terms) : Expr;

internal sealed record Product(IReadOnlyList<Expr> Factors) : Expr;

internal sealed record Quotient(Expr Over, Expr Under) : Expr;

internal sealed record Power(Expr Base, Expr Exponent) : Expr;

/// <summary>A named function; names are those of <see cref="FunctionNames"/>, or a letter for an unknown one.</summary>
internal sealed record Call(string Name, IReadOnlyList<Expr> Arguments) : Expr
{
    public Call(string name, Expr argument)
        : this(name, [argument])
    {
    }
}

/// <summary>A sum or product over the integers from <paramref name="From"/> to <paramref name="To"/>.</summary>
internal sealed record Repeated(bool IsProduct, string Index, Expr From, Expr To, Expr Body) : Expr;

/// <summary>∫ body d variable; without bounds an antiderivative.</summary>
internal sealed record Integral(Expr Body, string Variable, Expr? From, Expr? To) : Expr;

/// <summary>The derivative of an expression by a variable.</summary>
internal sealed record Derivative(Expr Body, string Variable, int Order) : Expr;

/// <summary>A limit. <paramref name="Side"/>: 1 from above, -1 from below, 0 from both.</summary>
internal sealed record Limit(Expr Body, string Variable, Expr Point, int Side) : Expr;

internal static class Build
{
    public static Expr Negate(Expr value) => value is Number number
        ? new Number(-number.Value, number.Decimals)
        : new Product([Number.Of(-1), value]);

    public static Expr Subtract(Expr left, Expr right) => new Sum([left, Negate(right)]);

    public static Expr Inverse(Expr value) => new Quotient(Number.One, value);
}
