using System.Text;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>Runs the statements of a template.</summary>
internal sealed class Renderer
{
    private readonly Budget _budget = new();
    private readonly Evaluator _evaluator;

    private Renderer() => _evaluator = new(_budget);

    private enum Flow
    {
        On,
        Break,
        Continue,
    }

    public static string Run(IReadOnlyList<Statement> template, Scope globals)
    {
        var output = new StringBuilder();
        new Renderer().Run(template, new Scope(globals), output);
        return output.ToString();
    }

    private Flow Run(IReadOnlyList<Statement> statements, Scope scope, StringBuilder output)
    {
        foreach (var statement in statements)
        {
            _budget.Spend();
            if (Run(statement, scope, output) is not Flow.On and var flow)
                return flow;
        }

        return Flow.On;
    }

    private Flow Run(Statement statement, Scope scope, StringBuilder output)
    {
        switch (statement)
        {
            case Statement.Text text:
                _budget.Write(output, text.Value);
                return Flow.On;
            case Statement.Output printed:
                _budget.Write(output, Values.Print(_evaluator.Value(printed.Value, scope)));
                return Flow.On;
            case Statement.If choice:
                return Run(choice.Branches.FirstOrDefault(branch => _evaluator.IsTrue(branch.Condition, scope)).Body ?? choice.Otherwise, scope, output);
            case Statement.For loop:
                Loop(loop, scope, output);
                return Flow.On;
            case Statement.Set set:
                Set(set, scope);
                return Flow.On;
            case Statement.SetBlock set:
                scope.Set(set.Target, Captured(set.Body, scope));
                return Flow.On;
            case Statement.Macro macro:
                scope.Set(macro.Name, Bind(macro, scope));
                return Flow.On;
            default:
                return statement is Statement.Break ? Flow.Break : Flow.Continue;
        }
    }

    private void Loop(Statement.For loop, Scope scope, StringBuilder output)
    {
        var items = Values.Items(_evaluator.Value(loop.Source, scope)).ToList();
        if (loop.Condition is { } condition)
            items = [.. items.Where(item => _evaluator.IsTrue(condition, Bound(loop, item, scope)))];
        if (items.Count == 0)
        {
            Run(loop.Otherwise, scope, output);
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var body = Bound(loop, items[i], scope);
            body.Set("loop", Position(items, i));
            if (Run(loop.Body, body, output) == Flow.Break)
                return;
        }
    }

    private static Scope Bound(Statement.For loop, object? item, Scope scope)
    {
        var body = new Scope(scope);
        if (loop.Targets is [var only])
        {
            body.Set(only, item);
            return body;
        }

        var parts = Values.Items(item);
        if (parts.Count != loop.Targets.Count)
            throw new TemplateException($"The chat template takes {parts.Count} values for {loop.Targets.Count} names.");
        foreach (var (name, part) in loop.Targets.Zip(parts))
            body.Set(name, part);
        return body;
    }

    private static Dictionary<string, object?> Position(List<object?> items, int i) => new(StringComparer.Ordinal)
    {
        ["index"] = i + 1L,
        ["index0"] = (long)i,
        ["revindex"] = (long)items.Count - i,
        ["revindex0"] = (long)items.Count - i - 1,
        ["first"] = i == 0,
        ["last"] = i == items.Count - 1,
        ["length"] = (long)items.Count,
        ["previtem"] = i > 0 ? items[i - 1] : new Undefined("previtem"),
        ["nextitem"] = i + 1 < items.Count ? items[i + 1] : new Undefined("nextitem"),
        ["cycle"] = (Callable)((given, _) => given.Count > 0 ? given[i % given.Count] : new Undefined("cycle")),
    };

    private void Set(Statement.Set set, Scope scope)
    {
        var value = _evaluator.Value(set.Value, scope);
        if (set.Attribute is not { } attribute)
            scope.Set(set.Target, value);
        else if (scope.Find(set.Target) is Namespace space)
            space[attribute] = value;
        else
            throw new TemplateException($"The chat template changes '{set.Target}.{attribute}', but '{set.Target}' is no namespace.");
    }

    private string Captured(IReadOnlyList<Statement> body, Scope scope)
    {
        var output = new StringBuilder();
        Run(body, scope, output);
        return output.ToString();
    }

    private Callable Bind(Statement.Macro macro, Scope defined) => (positional, named) => _budget.Within(() =>
    {
        if (positional.Count > macro.Parameters.Count || named.Keys.FirstOrDefault(name => macro.Parameters.All(parameter => parameter.Name != name)) is not null)
            throw new TemplateException($"The chat template calls its macro '{macro.Name}' with arguments that it does not take.");
        var scope = new Scope(defined);
        foreach (var (i, (name, otherwise)) in macro.Parameters.Index())
        {
            scope.Set(name, i < positional.Count ? positional[i]
                : named.TryGetValue(name, out var value) ? value
                : otherwise is null ? new Undefined(name) : _evaluator.Value(otherwise, scope));
        }

        return (object?)Captured(macro.Body, scope);
    });
}
