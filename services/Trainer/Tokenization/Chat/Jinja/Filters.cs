using System.Globalization;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>What stands after a bar in a template.</summary>
internal static class Filters
{
    private const int MostCharacters = 1_000_000;

    public static object? Apply(string name, object? value, IReadOnlyList<object?> given, IReadOnlyDictionary<string, object?> named)
    {
        return name switch
        {
            "trim" => Values.Print(value).Trim(),
            "length" or "count" => value is string text ? text.Length : (long)Values.Items(value).Count,
            "tojson" => PythonJson.Write(value, Argument(0, "indent") is { } indent ? (int)Values.Integer(indent) : null),
            "upper" => Values.Print(value).ToUpperInvariant(),
            "lower" => Values.Print(value).ToLowerInvariant(),
            "title" => Title(Values.Print(value)),
            "capitalize" => Capitalize(Values.Print(value)),
            "replace" => Replace(Values.Print(value), Values.Text(Argument(0, "old")), Values.Text(Argument(1, "new")), -1),
            "join" => Join(Attributes(Values.Items(value), named.GetValueOrDefault("attribute")), Argument(0, "d") as string ?? ""),
            "default" or "d" => value is Undefined || (Values.IsTrue(Argument(1, "boolean")) && !Values.IsTrue(value)) ? Argument(0, "default_value") ?? "" : value,
            "first" => Values.Items(value) is [var first, ..] ? first : new Undefined("first"),
            "last" => Values.Items(value) is [.., var last] ? last : new Undefined("last"),
            "reverse" => value is string text ? string.Concat(text.Reverse()) : Enumerable.Reverse(Values.Items(value)).ToList(),
            "list" => Values.Items(value).ToList(),
            "string" or "safe" => Values.Print(value),
            "int" => Whole(value),
            "float" => Values.Number(value) ?? (double.TryParse(value as string, CultureInfo.InvariantCulture, out var number) ? number : 0.0),
            "abs" => value is long whole ? (object)Math.Abs(whole) : Math.Abs(Values.Number(value) ?? throw new TemplateException($"There is no absolute value of a {Values.Kind(value)}.")),
            "items" => value is Undefined ? new List<object?>() : ((Callable)Members.Attribute(value, "items")!)([], named),
            "dictsort" => Sorted(value),
            "map" when named.TryGetValue("attribute", out var attribute) => Attributes(Values.Items(value), attribute).ToList(),
            "map" => Values.Items(value).Select(item => Apply(Values.Text(Argument(0, "")), item, [.. given.Skip(1)], named)).ToList(),
            "select" or "reject" => Values.Items(value).Where(item => Passes(item, 0) == (name == "select")).ToList(),
            "selectattr" or "rejectattr" => Values.Items(value)
                .Where(item => Passes(Members.Attribute(item, Values.Text(Argument(0, ""))), 1) == (name == "selectattr")).ToList(),
            "indent" => Indent(Values.Print(value), Argument(0, "width") is { } width ? (int)Values.Integer(width) : 4, Values.IsTrue(Argument(1, "first"))),
            _ => throw new TemplateException($"There is no filter '{name}' here."),
        };

        object? Argument(int place, string argument) => place < given.Count ? given[place] : named.GetValueOrDefault(argument);

        // The test that is named by the argument at that place; without one, whether it is true at all.
        bool Passes(object? item, int place) =>
            place < given.Count ? Tests.Holds(Values.Text(given[place]), item, [.. given.Skip(place + 1)]) : Values.IsTrue(item);
    }

    public static string Title(string text) => string.Concat(text.Select((c, i) => i > 0 && char.IsLetterOrDigit(text[i - 1]) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));

    public static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    public static string Replace(string text, string old, string by, long most)
    {
        if (old.Length == 0)
            throw new TemplateException("The chat template replaces nothing by something.");
        var parts = most < 0 ? text.Split(old) : text.Split(old, (int)Math.Min(most + 1, int.MaxValue));
        return text.Length + (long)parts.Length * by.Length <= MostCharacters
            ? string.Join(by, parts)
            : throw new TemplateException($"The chat template makes a text with more than {MostCharacters} characters.");
    }

    public static List<object?> Split(string text, string? separator, long most)
    {
        if (separator is "")
            throw new TemplateException("The chat template splits text at nothing.");
        var count = most < 0 ? int.MaxValue : (int)Math.Min(most + 1, int.MaxValue);
        string[] parts = separator is null
            ? text.Trim().Split((char[]?)null, count, StringSplitOptions.RemoveEmptyEntries)
            : text.Split(separator, count);
        return [.. parts];
    }

    public static string Join(IEnumerable<object?> items, string separator) => string.Join(separator, items.Select(Values.Print));

    private static IEnumerable<object?> Attributes(List<object?> items, object? attribute) =>
        attribute is null ? items : items.Select(item => Members.Item(item, attribute));

    private static long Whole(object? value) => value switch
    {
        long or bool => Values.Integer(value),
        double number when Math.Abs(number) < 1L << 53 => (long)number,
        string text when long.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var number) => number,
        _ => 0L,
    };

    private static List<object?> Sorted(object? value) => value is Dictionary<string, object?> map
        ? [.. map.OrderBy(static entry => entry.Key.ToLowerInvariant(), StringComparer.Ordinal).Select(static entry => (object?)new List<object?> { entry.Key, entry.Value })]
        : throw new TemplateException($"The chat template sorts a {Values.Kind(value)} as if it were a mapping.");

    private static string Indent(string text, int width, bool first)
    {
        if (width is < 0 or > 100)
            throw new TemplateException($"The chat template indents by {width}.");
        var blanks = new string(' ', width);
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((line, i) => line.Length == 0 || (i == 0 && !first) ? line : blanks + line));
    }
}
