using System.Diagnostics;

namespace Judges.Tests.Shared;

/// <summary>The scripts of eng/, as the tests run them.</summary>
internal static class RepositoryScript
{
    /// <summary>The folder of the repository: the tests run from its artifacts folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a script to its end and returns its first line of output.</summary>
    public static async Task<string> Run(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root, "eng", name), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException(await error);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Judges.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests run from the repository's artifacts folder");
    }
}
