namespace Judges.Tests.Shared;

/// <summary>The repository that these tests were built from, found from the tests' own place below it.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is not below the repository's root");
    }
}
