using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>JSON as Python's json.dumps writes it with ensure_ascii=False, which is what templates were made with; and JSON as values.</summary>
internal static class PythonJson
{
    private const int MostDeep = 64;

    public static string Write(object? value, int? indent)
    {
        if (indent is < 0 or > 100)
            throw new TemplateException($"The chat template indents JSON by {indent}.");
        var text = new StringBuilder();
        Write(text, value, indent, 0);
        return text.ToString();
    }

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var number) ? (object)number : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        _ => Map(json),
    };

    private static Dictionary<string, object?> Map(JsonElement json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            map[property.Name] = Read(property.Value);
        return map;
    }

    private static void Write(StringBuilder text, object? value, int? indent, int depth)
    {
        if (depth > MostDeep)
            throw new TemplateException($"The chat template writes JSON that nests more than {MostDeep} deep.");
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case string given:
                Quote(text, given);
                break;
            case long number:
                text.Append(number);
                break;
            case double number:
                text.Append(double.IsFinite(number) ? Values.Print(number) : double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case List<object?> items:
                Enclose(text, '[', ']', items, static (_, _) => { }, static item => item, indent, depth);
                break;
            case Dictionary<string, object?> map:
                Enclose(text, '{', '}', map, static (into, entry) => Quote(into, entry.Key, ": "), static entry => entry.Value, indent, depth);
                break;
            default:
                throw new TemplateException($"The chat template writes a {Values.Kind(value)} as JSON.");
        }
    }

    private static void Enclose<T>(
        StringBuilder text, char open, char close, IReadOnlyCollection<T> items, Action<StringBuilder, T> before, Func<T, object?> value, int? indent, int depth)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(indent is null ? ", " : ",");
            first = false;
            Line(text, indent, depth + 1);
            before(text, item);
            Write(text, value(item), indent, depth + 1);
        }

        if (items.Count > 0)
            Line(text, indent, depth);
        text.Append(close);
    }

    private static void Line(StringBuilder text, int? indent, int depth)
    {
        if (indent is { } width)
            text.Append('\n').Append(' ', width * depth);
    }

    private static void Quote(StringBuilder text, string value, string after = "")
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"').Append(after);
    }
}
