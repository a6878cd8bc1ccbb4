using System.Collections;
using System.Globalization;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>What a name stands for that nothing was bound to: prints as nothing, is false, and fails where more is asked of it.</summary>
internal sealed record Undefined(string Name);

/// <summary>The one kind of object that a template can change.</summary>
internal sealed class Namespace : Dictionary<string, object?>
{
    public Namespace()
        : base(StringComparer.Ordinal)
    {
    }
}

/// <summary>Something that can be called: a macro, a method, or one of the functions that templates are given.</summary>
internal delegate object? Callable(IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> named);

/// <summary>
/// Values as Python has them: null, bool, long, double, string, <see cref="List{T}"/>, <see cref="Dictionary{TKey, TValue}"/> in the order of
/// insertion, <see cref="Namespace"/>, <see cref="Callable"/> and <see cref="Undefined"/>.
/// </summary>
internal static class Values
{
    public static bool IsTrue(object? value) => value switch
    {
        null or Undefined => false,
        bool truth => truth,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        ICollection items => items.Count > 0,
        _ => true,
    };

    public static string Print(object? value) => value switch
    {
        null => "None",
        Undefined => "",
        true => "True",
        false => "False",
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Print(number),
        _ => throw new TemplateException($"The chat template prints a {Kind(value)}, which is not supported: it may print text, numbers, and what tojson makes."),
    };

    public static string Print(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        if (number == Math.Floor(number) && Math.Abs(number) < 1e16)
            return number.ToString("F1", CultureInfo.InvariantCulture);
        return number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
    }

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) or (Undefined, Undefined) => true,
        (List<object?> one, List<object?> other) => one.Count == other.Count && one.Zip(other).All(static pair => AreEqual(pair.First, pair.Second)),
        (Dictionary<string, object?> one, Dictionary<string, object?> other) =>
            one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && AreEqual(pair.Value, value)),
        _ when Number(left) is { } one && Number(right) is { } other => one == other,
        _ => Equals(left, right),
    };

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        _ when Number(left) is { } one && Number(right) is { } other => one.CompareTo(other),
        _ => throw new TemplateException($"The chat template compares a {Kind(left)} with a {Kind(right)}."),
    };

    public static bool Contains(object? container, object? item) => container switch
    {
        string text => text.Contains(Text(item), StringComparison.Ordinal),
        List<object?> items => items.Exists(candidate => AreEqual(candidate, item)),
        Dictionary<string, object?> map => item is string key && map.ContainsKey(key),
        _ => throw new TemplateException($"The chat template looks for something in a {Kind(container)}."),
    };

    public static List<object?> Items(object? value) => value switch
    {
        List<object?> items => items,
        Dictionary<string, object?> map => [.. map.Keys],
        string text => [.. text.EnumerateRunes().Select(static rune => (object?)rune.ToString())],
        Undefined => [],
        _ => throw new TemplateException($"The chat template goes through a {Kind(value)} as if it were a list."),
    };

    public static string Text(object? value) => value as string ?? throw new TemplateException($"The chat template takes a {Kind(value)} for text.");

    public static long Integer(object? value) => value switch
    {
        long number => number,
        bool truth => truth ? 1 : 0,
        _ => throw new TemplateException($"The chat template takes a {Kind(value)} for a whole number."),
    };

    // A truth value counts as 0 or 1, as in Python.
    public static double? Number(object? value) => value switch { long number => number, double number => number, bool truth => truth ? 1 : 0, _ => null };

    public static string Kind(object? value) => value switch
    {
        null => "None",
        Undefined undefined => $"value that is not there, '{undefined.Name}'",
        bool => "truth value",
        long or double => "number",
        string => "text",
        List<object?> => "list",
        Namespace => "namespace",
        Dictionary<string, object?> => "mapping",
        _ => "function",
    };
}
