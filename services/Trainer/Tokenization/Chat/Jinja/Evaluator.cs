namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>Computes what expressions stand for.</summary>
internal sealed class Evaluator(Budget budget)
{
    public object? Value(Expression expression, Scope scope)
    {
        budget.Spend();
        return expression switch
        {
            Expression.Constant constant => constant.Value,
            Expression.Name name => scope.Find(name.Text),
            Expression.Items items => items.Values.Select(item => Value(item, scope)).ToList(),
            Expression.Pairs pairs => Map(pairs, scope),
            Expression.Attribute attribute => Members.Attribute(Value(attribute.Of, scope), attribute.Text),
            Expression.Index index => Members.Item(Value(index.Of, scope), Value(index.Key, scope)),
            Expression.Slice slice => Members.Slice(Value(slice.Of, scope), Whole(slice.Start, scope), Whole(slice.Stop, scope), Whole(slice.Step, scope) ?? 1),
            Expression.Call call => Call(call, scope),
            Expression.Filter filter => Filters.Apply(filter.Text, Value(filter.Of, scope), Positional(filter.Arguments, scope), Named(filter.Arguments, scope)),
            Expression.Test test => Tests.Holds(test.Text, Value(test.Of, scope), [.. test.Arguments.Select(argument => Value(argument, scope))]) != test.Negated,
            Expression.Not not => !IsTrue(not.Of, scope),
            Expression.Negative negative => Arithmetic.Negative(Value(negative.Of, scope)),
            Expression.Both both => Value(both.Left, scope) is var left && Values.IsTrue(left) ? Value(both.Right, scope) : left,
            Expression.Either either => Value(either.Left, scope) is var left && Values.IsTrue(left) ? left : Value(either.Right, scope),
            Expression.Binary binary => Arithmetic.Apply(binary.Operator, Value(binary.Left, scope), Value(binary.Right, scope)),
            Expression.Comparison comparison => Compare(comparison, scope),
            Expression.Conditional choice => IsTrue(choice.Condition, scope)
                ? Value(choice.Then, scope)
                : choice.Otherwise is null ? new Undefined("else") : Value(choice.Otherwise, scope),
            _ => throw new TemplateException("The chat template has an expression that is not known."),
        };
    }

    public bool IsTrue(Expression expression, Scope scope) => Values.IsTrue(Value(expression, scope));

    private object? Call(Expression.Call call, Scope scope) => Value(call.Callee, scope) is Callable callable
        ? callable(Positional(call.Arguments, scope), Named(call.Arguments, scope))
        : throw new TemplateException($"The chat template calls {Described(call.Callee)}, which is not there.");

    private bool Compare(Expression.Comparison comparison, Scope scope)
    {
        var left = Value(comparison.First, scope);
        foreach (var (symbol, expression) in comparison.Rest)
        {
            var right = Value(expression, scope);
            var holds = symbol switch
            {
                "==" => Values.AreEqual(left, right),
                "!=" => !Values.AreEqual(left, right),
                "in" => Values.Contains(right, left),
                "not in" => !Values.Contains(right, left),
                "<" => Values.Compare(left, right) < 0,
                "<=" => Values.Compare(left, right) <= 0,
                ">" => Values.Compare(left, right) > 0,
                _ => Values.Compare(left, right) >= 0,
            };
            if (!holds)
                return false;
            left = right;
        }

        return true;
    }

    private Dictionary<string, object?> Map(Expression.Pairs pairs, Scope scope)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs.Entries)
            map[Values.Text(Value(key, scope))] = Value(value, scope);
        return map;
    }

    private long? Whole(Expression? expression, Scope scope) =>
        expression is null || Value(expression, scope) is not { } value ? null : Values.Integer(value);

    private List<object?> Positional(Arguments arguments, Scope scope) => [.. arguments.Positional.Select(argument => Value(argument, scope))];

    private Dictionary<string, object?> Named(Arguments arguments, Scope scope) =>
        arguments.Named.ToDictionary(static argument => argument.Name, argument => Value(argument.Value, scope), StringComparer.Ordinal);

    private static string Described(Expression callee) => callee switch
    {
        Expression.Name name => $"'{name.Text}'",
        Expression.Attribute attribute => $"'{attribute.Text}'",
        _ => "something",
    };
}
