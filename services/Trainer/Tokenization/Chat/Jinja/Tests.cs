namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>What stands after `is` in a template.</summary>
internal static class Tests
{
    public static bool Holds(string name, object? value, IReadOnlyList<object?> given)
    {
        return name switch
        {
            "defined" => value is not Undefined,
            "undefined" => value is Undefined,
            "none" => value is null,
            "string" => value is string,
            "number" => value is long or double or bool,
            "integer" => value is long,
            "float" => value is double,
            "boolean" => value is bool,
            "true" => value is true,
            "false" => value is false,
            "mapping" => value is Dictionary<string, object?>,
            "iterable" or "sequence" => value is string or List<object?> or Dictionary<string, object?>,
            "callable" => value is Callable,
            "odd" => Values.Integer(value) % 2 != 0,
            "even" => Values.Integer(value) % 2 == 0,
            "divisibleby" => Values.Integer(Arithmetic.Apply("%", value, Other())) == 0,
            "equalto" or "eq" or "==" or "sameas" => Values.AreEqual(value, Other()),
            "ne" or "!=" => !Values.AreEqual(value, Other()),
            "lt" or "lessthan" or "<" => Values.Compare(value, Other()) < 0,
            "gt" or "greaterthan" or ">" => Values.Compare(value, Other()) > 0,
            "le" or "<=" => Values.Compare(value, Other()) <= 0,
            "ge" or ">=" => Values.Compare(value, Other()) >= 0,
            "in" => Values.Contains(Other(), value),
            _ => throw new TemplateException($"There is no test '{name}' here."),
        };

        object? Other() => given.Count > 0 ? given[0] : throw new TemplateException($"The test '{name}' wants an argument.");
    }
}
