namespace FormatJudge.Tests;

/// <summary>Oracle data too large for the repository: a folder named by JUDGES_SHARED, or one called shared beside the repository.</summary>
internal static class SharedData
{
    private static readonly string? s_root = Root();

    /// <summary>The path of a file or folder below data/lang; skips the test where there is none.</summary>
    public static string Language(string path)
    {
        var full = s_root is null ? null : Path.Combine(s_root, "data", "lang", path);
        Assert.SkipUnless(Path.Exists(full), $"shared data 'data/lang/{path}' is not on this machine (set JUDGES_SHARED)");
        return full!;
    }

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
