using System.Diagnostics;

namespace Judges.Tests.Shared;

/// <summary>The scripts of eng/, as the tests run them.</summary>
internal static class RepositoryScript
{
    /// <summary>Runs a script to its end and returns its first line of output.</summary>
    public static async Task<string> Run(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(RepositoryFolder.Path, "eng", name), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException(await error);
    }
}
