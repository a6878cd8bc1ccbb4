using System.IO.Compression;

namespace Judges.Tests.Shared;

/// <summary>
/// Oracle data too large for the repository: in a folder named by JUDGES_SHARED, or in one called shared beside the repository. What is not
/// there skips the test that asks for it.
/// </summary>
internal static class SharedData
{
    private static readonly string s_root = Environment.GetEnvironmentVariable("JUDGES_SHARED") is { Length: > 0 } named
        ? named
        : Path.Combine(RepositoryFolder.Path, "..", "shared");

    /// <summary>The path of a file or folder below api.</summary>
    public static string Api(string path) => Find("api", path);

    /// <summary>The path of a file or folder below data/code.</summary>
    public static string Code(string path) => Find("data/code", path);

    /// <summary>The path of a file or folder below data/lang.</summary>
    public static string Language(string path) => Find("data/lang", path);

    /// <summary>The path of a file or folder below data/math.</summary>
    public static string Math(string path) => Find("data/math", path);

    /// <summary>The path of a file or folder below data/trainer.</summary>
    public static string Trainer(string path) => Find("data/trainer", path);

    /// <summary>The lines of a text file, which may be packed with gzip.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string Find(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(s_root, folder, path));
        Assert.SkipUnless(Path.Exists(full), $"shared data '{folder}/{path}' is not on this machine (set JUDGES_SHARED)");
        return full;
    }
}
