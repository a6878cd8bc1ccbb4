using System.Text.Json;

namespace MathJudge.Tests;

/// <summary>The shared data's mathematics, row by row.</summary>
internal static class Corpora
{
    /// <summary>The rows of a file below data/math; skips the test where it is not there.</summary>
    public static IEnumerable<JsonElement> Rows(string name)
    {
        foreach (var line in SharedData.Lines(SharedData.Math(name)))
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    public static string? Text(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>To how many places Math-Verify was told to round, where a row is about that.</summary>
    public static int? Places(this JsonElement row) =>
        row.TryGetProperty("special", out var special) && special.ValueKind is JsonValueKind.Array && special.EnumerateArray().Any(static name => name.GetString() is "numeric_precision")
            ? row.GetProperty("config").GetProperty("float_rounding").GetInt32()
            : row.TryGetProperty("precision", out var places) && places.ValueKind is JsonValueKind.Number ? places.GetInt32() : null;

    public static bool? Flag(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;
}
