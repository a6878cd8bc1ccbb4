using System.IO.Compression;
using System.Text.Json;

namespace MathJudge.Tests;

/// <summary>Oracle data too large for the repository: a folder named by JUDGES_SHARED, or one called shared beside the repository.</summary>
internal static class Corpora
{
    private static readonly string? s_root = Root();

    /// <summary>The rows of a file below data/math; skips the test where it is not there.</summary>
    public static IEnumerable<JsonElement> Rows(string name)
    {
        var path = s_root is null ? null : Path.Combine(s_root, "data", "math", name);
        Assert.SkipUnless(File.Exists(path), $"shared data 'data/math/{name}' is not on this machine (set JUDGES_SHARED)");
        using var file = File.OpenRead(path!);
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    public static string? Text(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static bool? Flag(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("JUDGES_SHARED") is { Length: > 0 } named)
            return named;

        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
            directory = directory.Parent;
        return directory?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
    }
}
