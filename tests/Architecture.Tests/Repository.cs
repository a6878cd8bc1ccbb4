namespace Architecture.Tests;

/// <summary>The repository's files, found from the tests' own place in it.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = [".git", "artifacts", "bin", "obj", "runs", "TestResults", "node_modules", ".vs", ".idea"];

    public static string Root => RepositoryFolder.Path;

    /// <summary>The files of this kind below a folder, with paths from the root and forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)), pattern)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern)
    {
        if (!folder.Exists)
            return [];
        return folder.EnumerateFiles(pattern).Select(static file => file.FullName)
            .Concat(folder.EnumerateDirectories()
                .Where(static child => !Ignored.Contains(child.Name) && child.LinkTarget is null)
                .SelectMany(child => Walk(child, pattern)));
    }
}
