namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>Attributes, items, slices, and the methods that text and mappings have in Python.</summary>
internal static class Members
{
    // value.name: a method before an entry of that name
    public static object? Attribute(object? value, string name) => value switch
    {
        Undefined undefined => throw new TemplateException($"The chat template asks for '{name}' of '{undefined.Name}', which is not there."),
        Namespace space => space.TryGetValue(name, out var entry) ? entry : new Undefined(name),
        Dictionary<string, object?> map => MapMethod(map, name) is { } method ? method : map.TryGetValue(name, out var entry) ? entry : new Undefined(name),
        string text => TextMethod(text, name) is { } method ? method : new Undefined(name),
        _ => new Undefined(name),
    };

    // value[key]: an entry before a method of that name
    public static object? Item(object? value, object? key) => (value, key) switch
    {
        (Undefined undefined, _) => throw new TemplateException($"The chat template asks for an item of '{undefined.Name}', which is not there."),
        (Dictionary<string, object?> map, string name) => map.TryGetValue(name, out var entry) ? entry : Attribute(value, name),
        (List<object?> items, long or bool) => At(items.Count, Values.Integer(key)) is { } place ? items[place] : new Undefined($"[{key}]"),
        (string text, long or bool) => At(text.Length, Values.Integer(key)) is { } place ? text[place].ToString() : new Undefined($"[{key}]"),
        (_, string name) => Attribute(value, name),
        _ => new Undefined("item"),
    };

    public static object Slice(object? value, long? start, long? stop, long step)
    {
        if (step == 0)
            throw new TemplateException("The chat template cuts with a step of zero.");
        return value switch
        {
            string text => string.Concat(Places(text.Length, start, stop, step).Select(place => text[place])),
            List<object?> items => Places(items.Count, start, stop, step).Select(place => items[place]).ToList(),
            _ => throw new TemplateException($"The chat template cuts a {Values.Kind(value)}."),
        };
    }

    private static IEnumerable<int> Places(int count, long? start, long? stop, long step)
    {
        var (low, high) = step > 0 ? (0, count) : (-1, count - 1);
        var (from, to) = (Place(start, step > 0 ? low : high), Place(stop, step > 0 ? high : low));
        for (var place = from; step > 0 ? place < to : place > to; place += step)
            yield return (int)place;

        long Place(long? given, long otherwise) => given is { } number ? Math.Clamp(number < 0 ? number + count : number, low, high) : otherwise;
    }

    private static int? At(int count, long index) => (index < 0 ? index + count : index) is var place && place >= 0 && place < count ? (int)place : null;

    private static Callable? MapMethod(Dictionary<string, object?> map, string name) => name switch
    {
        "items" => (_, _) => map.Select(static entry => (object?)new List<object?> { entry.Key, entry.Value }).ToList(),
        "keys" => (_, _) => map.Keys.Select(static key => (object?)key).ToList(),
        "values" => (_, _) => map.Values.ToList(),
        "get" => (given, _) => map.TryGetValue(Values.Text(Given(given, 0, name)), out var value) ? value : given.Count > 1 ? given[1] : null,
        _ => null,
    };

    private static Callable? TextMethod(string text, string name) => name switch
    {
        "strip" => (given, _) => text.Trim(Characters(given)),
        "lstrip" => (given, _) => text.TrimStart(Characters(given)),
        "rstrip" => (given, _) => text.TrimEnd(Characters(given)),
        "upper" => (_, _) => text.ToUpperInvariant(),
        "lower" => (_, _) => text.ToLowerInvariant(),
        "title" => (_, _) => Filters.Title(text),
        "capitalize" => (_, _) => Filters.Capitalize(text),
        "startswith" => (given, _) => Any(Given(given, 0, name), prefix => text.StartsWith(prefix, StringComparison.Ordinal)),
        "endswith" => (given, _) => Any(Given(given, 0, name), suffix => text.EndsWith(suffix, StringComparison.Ordinal)),
        "replace" => (given, _) => Filters.Replace(text, Values.Text(Given(given, 0, name)), Values.Text(Given(given, 1, name)), given.Count > 2 ? Values.Integer(given[2]) : -1),
        "split" => (given, _) => Filters.Split(text, given.Count > 0 ? (string?)given[0] : null, given.Count > 1 ? Values.Integer(given[1]) : -1),
        "splitlines" => (_, _) => text.TrimEnd('\n').Split('\n').Select(static line => (object?)line).ToList(),
        "join" => (given, _) => Filters.Join(Values.Items(Given(given, 0, name)), text),
        "find" => (given, _) => (long)text.IndexOf(Values.Text(Given(given, 0, name)), StringComparison.Ordinal),
        "count" => (given, _) => (long)(text.Split(Values.Text(Given(given, 0, name))).Length - 1),
        "isdigit" => (_, _) => text.Length > 0 && text.All(char.IsDigit),
        _ => null,
    };

    private static bool Any(object? candidates, Func<string, bool> matches) =>
        candidates is List<object?> several ? several.Exists(candidate => matches(Values.Text(candidate))) : matches(Values.Text(candidates));

    // Without an argument: whitespace.
    private static char[]? Characters(IReadOnlyList<object?> given) => given is [string characters, ..] ? characters.ToCharArray() : null;

    private static object? Given(IReadOnlyList<object?> given, int place, string name) =>
        place < given.Count ? given[place] : throw new TemplateException($"The chat template calls '{name}' with too few arguments.");
}
