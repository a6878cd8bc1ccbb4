using System.Text.Json;

namespace Judges.Code;

/// <summary>
/// Compares a function's result with the expected value, both JSON. Types are exact: an integer is no boolean and no float; a float may be
/// met by an integer of the same value, and by a float within one part in a billion. Tuples arrive as lists.
/// </summary>
internal static class ResultComparer
{
    private const double Relative = 1e-9;
    private const double NearZero = 1e-12;

    public static bool AreEqual(JsonElement expected, JsonElement actual) => AreEqual(expected, actual, new ResultComparison());

    public static bool AreEqual(JsonElement expected, JsonElement actual, ResultComparison rules) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => AreSameNumber(expected, actual, rules),
        (JsonValueKind.String, JsonValueKind.String) => TryText(expected, out var a) && TryText(actual, out var b) && a == b,
        (JsonValueKind.Array, JsonValueKind.Array) => AreSameList(expected, actual, rules),
        (JsonValueKind.Object, JsonValueKind.Object) => AreSameMembers(expected, actual, rules),
        (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null, _) => expected.ValueKind == actual.ValueKind,
        _ => false,
    };

    private static bool AreSameNumber(JsonElement expected, JsonElement actual, ResultComparison rules)
    {
        if (IsInteger(expected) && (!rules.ByValue || IsInteger(actual)))
            return IsInteger(actual) && Whole(expected).SequenceEqual(Whole(actual));
        var (a, b) = (expected.GetDouble(), actual.GetDouble());
        return a.Equals(b) || (double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= Allowed(a, b, rules.Tolerance));
    }

    private static double Allowed(double expected, double actual, double? tolerance) => tolerance is { } allowed
        ? allowed * Math.Max(1, Math.Abs(expected))
        : expected == 0 ? NearZero : Relative * Math.Max(Math.Abs(expected), Math.Abs(actual));

    // Python writes a float with a point or an exponent, and so does every JSON writer that keeps the difference.
    private static bool IsInteger(JsonElement number) => number.GetRawText().AsSpan().IndexOfAny(".eE") < 0;

    // JSON writes an integer of any length in one way only (no leading zeros, no plus), but for zero.
    private static ReadOnlySpan<char> Whole(JsonElement number) => number.GetRawText() is "-0" ? "0" : number.GetRawText();

    private static bool AreSameList(JsonElement expected, JsonElement actual, ResultComparison rules)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return false;
        using var wanted = expected.EnumerateArray().GetEnumerator();
        foreach (var element in actual.EnumerateArray())
        {
            wanted.MoveNext();
            if (!AreEqual(wanted.Current, element, rules))
                return false;
        }
        return true;
    }

    private static bool AreSameMembers(JsonElement expected, JsonElement actual, ResultComparison rules)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in actual.EnumerateObject())
        {
            if (!TryName(member, out var name) || !members.TryAdd(name, member.Value))
                return false;
        }
        var count = 0;
        foreach (var member in expected.EnumerateObject())
        {
            count++;
            if (!TryName(member, out var name) || !members.TryGetValue(name, out var value) || !AreEqual(member.Value, value, rules))
                return false;
        }
        return count == members.Count;
    }

    // Half a surrogate pair can be written in JSON but is no text.
    private static bool TryText(JsonElement element, out string text) => TryRead(element, static e => e.GetString()!, out text);

    private static bool TryName(JsonProperty member, out string name) => TryRead(member, static m => m.Name, out name);

    private static bool TryRead<T>(T source, Func<T, string> read, out string text)
    {
        try
        {
            text = read(source);
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
