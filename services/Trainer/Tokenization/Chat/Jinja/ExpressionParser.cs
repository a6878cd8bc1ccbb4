using System.Globalization;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>Expressions, by Jinja's own order of operators: or, and, not, comparisons, sums, ~, products, powers, signs, then filters and tests.</summary>
internal sealed class ExpressionParser(TokenReader tokens)
{
    private static readonly string[] s_comparisons = ["==", "!=", "<", "<=", ">", ">=", "in"];

    public Expression Read() => tokens.Deeper(() =>
    {
        var value = Or();
        while (tokens.Skip("if"))
        {
            var condition = Or();
            value = new Expression.Conditional(condition, value, tokens.Skip("else") ? Read() : null);
        }

        return value;
    });

    /// <summary>One expression, or several with commas between, as a list.</summary>
    public Expression ReadTuple()
    {
        var first = Read();
        if (!tokens.Current.Is(","))
            return first;

        List<Expression> values = [first];
        while (tokens.Skip(",") && tokens.Current.Kind is not (TokenKind.CloseBlock or TokenKind.CloseOutput) && !tokens.Current.Is(")"))
            values.Add(Read());
        return new Expression.Items(values);
    }

    public Arguments ReadArguments()
    {
        List<Expression> positional = [];
        List<(string, Expression)> named = [];
        tokens.Expect("(");
        while (!tokens.Skip(")"))
        {
            if (tokens.Current.Kind == TokenKind.Name && tokens.Next.Is("="))
            {
                var name = tokens.Name();
                tokens.Expect("=");
                named.Add((name, Read()));
            }
            else
            {
                positional.Add(Read());
            }

            if (!tokens.Current.Is(")"))
                tokens.Expect(",");
        }

        return new(positional, named);
    }

    private Expression Or()
    {
        var left = And();
        while (tokens.Skip("or"))
            left = new Expression.Either(left, And());
        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (tokens.Skip("and"))
            left = new Expression.Both(left, Not());
        return left;
    }

    private Expression Not() => tokens.Skip("not") ? tokens.Deeper(() => new Expression.Not(Not())) : Compare();

    private Expression Compare()
    {
        var first = Sum();
        List<(string, Expression)> rest = [];
        while (true)
        {
            if (Array.Find(s_comparisons, tokens.Current.Is) is { } comparison)
            {
                tokens.Take();
                rest.Add((comparison, Sum()));
            }
            else if (tokens.Current.Is("not") && tokens.Next.Is("in"))
            {
                tokens.Take();
                tokens.Take();
                rest.Add(("not in", Sum()));
            }
            else
            {
                return rest.Count == 0 ? first : new Expression.Comparison(first, rest);
            }
        }
    }

    private Expression Sum() => Left(Joined, "+", "-");

    private Expression Joined() => Left(Product, "~");

    private Expression Product() => Left(Power, "*", "/", "//", "%");

    private Expression Power() => Left(() => Signed(filters: true), "**");

    private Expression Left(Func<Expression> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        while (tokens.Current.Kind == TokenKind.Operator && operators.Contains(tokens.Current.Value))
            left = new Expression.Binary(tokens.Take().Value, left, operand());
        return left;
    }

    private Expression Signed(bool filters)
    {
        if (tokens.Skip("-"))
            return Filtered(tokens.Deeper<Expression>(() => new Expression.Negative(Signed(filters: false))), filters);
        if (tokens.Skip("+"))
            return Filtered(tokens.Deeper(() => Signed(filters: false)), filters);
        return Filtered(Postfix(Primary()), filters);
    }

    private Expression Filtered(Expression value, bool filters)
    {
        while (filters)
        {
            if (tokens.Skip("|"))
                value = new Expression.Filter(value, tokens.Name(), tokens.Current.Is("(") ? ReadArguments() : Arguments.None);
            else if (tokens.Skip("is"))
                value = Test(value);
            else
                break;
        }

        return value;
    }

    private Expression.Test Test(Expression value)
    {
        var negated = tokens.Skip("not");
        var name = tokens.Name();
        if (tokens.Current.Is("("))
            return new(value, name, ReadArguments().Positional, negated);

        // One argument may stand without brackets: is divisibleby 3
        var argument = tokens.Current.Kind is TokenKind.Quoted or TokenKind.Integer or TokenKind.Float || tokens.Current.Is("[") || tokens.Current.Is("{")
            || (tokens.Current.Kind == TokenKind.Name && tokens.Current.Value is not ("else" or "or" or "and" or "is" or "if" or "in" or "not" or "recursive"));
        return new(value, name, argument ? [Postfix(Primary())] : [], negated);
    }

    private Expression Primary()
    {
        var token = tokens.Take();
        switch (token.Kind)
        {
            case TokenKind.Name:
                return token.Value switch
                {
                    "true" or "True" => new Expression.Constant(true),
                    "false" or "False" => new Expression.Constant(false),
                    "none" or "None" => new Expression.Constant(null),
                    _ => new Expression.Name(token.Value),
                };
            case TokenKind.Quoted:
                var text = token.Value;
                while (tokens.Current.Kind == TokenKind.Quoted)
                    text += tokens.Take().Value;
                return new Expression.Constant(text);
            case TokenKind.Integer when long.TryParse(token.Value, CultureInfo.InvariantCulture, out var number):
                return new Expression.Constant(number);
            case TokenKind.Float when double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number):
                return new Expression.Constant(number);
            case TokenKind.Operator when token.Value == "(":
                var inner = tokens.Current.Is(")") ? new Expression.Items([]) : ReadTuple();
                tokens.Expect(")");
                return inner;
            case TokenKind.Operator when token.Value == "[":
                return Items();
            case TokenKind.Operator when token.Value == "{":
                return Pairs();
            default:
                throw tokens.Fault($"no value can begin with '{token.Value}'");
        }
    }

    private Expression.Items Items()
    {
        List<Expression> values = [];
        while (!tokens.Skip("]"))
        {
            values.Add(Read());
            if (!tokens.Current.Is("]"))
                tokens.Expect(",");
        }

        return new(values);
    }

    private Expression.Pairs Pairs()
    {
        List<(Expression, Expression)> entries = [];
        while (!tokens.Skip("}"))
        {
            var key = Read();
            tokens.Expect(":");
            entries.Add((key, Read()));
            if (!tokens.Current.Is("}"))
                tokens.Expect(",");
        }

        return new(entries);
    }

    private Expression Postfix(Expression value)
    {
        while (true)
        {
            if (tokens.Skip("."))
                value = tokens.Current.Kind == TokenKind.Integer ? new Expression.Index(value, Primary()) : new Expression.Attribute(value, tokens.Name());
            else if (tokens.Skip("["))
                value = Subscript(value);
            else if (tokens.Current.Is("("))
                value = new Expression.Call(value, ReadArguments());
            else
                return value;
        }
    }

    private Expression Subscript(Expression value)
    {
        var start = tokens.Current.Is(":") ? null : Read();
        if (tokens.Skip("]"))
            return new Expression.Index(value, start!);

        tokens.Expect(":");
        var stop = tokens.Current.Is(":") || tokens.Current.Is("]") ? null : Read();
        var step = tokens.Skip(":") && !tokens.Current.Is("]") ? Read() : null;
        tokens.Expect("]");
        return new Expression.Slice(value, start, stop, step);
    }
}
