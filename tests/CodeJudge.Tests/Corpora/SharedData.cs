using System.IO.Compression;
using System.Text.Json;

namespace CodeJudge.Tests.Corpora;

/// <summary>Public data sets; they lie beside the repository, not in it.</summary>
internal static class SharedData
{
    /// <summary>With <c>JUDGES_ALL=1</c> every problem is judged; else a sample of every Nth.</summary>
    public static bool All => Environment.GetEnvironmentVariable("JUDGES_ALL") is "1";

    public static IReadOnlyList<JsonElement> Rows(string path)
    {
        var file = Path.Combine(Folder, "data", "code", path);
        if (!File.Exists(file))
            Assert.Skip($"the data set is not on this machine ({file})");
        using Stream raw = File.OpenRead(file), stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        List<JsonElement> rows = [];
        while (reader.ReadLine() is { } line)
            rows.Add(Ask.Json(line));
        return rows;
    }

    /// <summary>All rows, or every <paramref name="step"/>th from <paramref name="first"/>.</summary>
    public static IReadOnlyList<JsonElement> Sample(string path, int step, int first = 0) =>
        All ? Rows(path) : [.. Rows(path).Where((_, index) => index % step == first)];

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUDGES_SHARED") is { Length: > 0 } shared)
                return shared;
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Directory.Build.props")))
                folder = Path.GetDirectoryName(folder.TrimEnd('/'))!;
            return Path.GetFullPath(Path.Combine(folder, "..", "shared"));
        }
    }
}
