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

    public static bool? Flag(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;
}
