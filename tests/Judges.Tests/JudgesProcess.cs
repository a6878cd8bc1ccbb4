using System.Diagnostics;

namespace Judges.Tests;

/// <summary>The command line as a user runs it: a process with its three streams.</summary>
internal static class JudgesProcess
{
    public static string Repository => RepositoryFolder.Path;

    /// <summary>The built program; `./judges` runs the same one.</summary>
    public static string Program { get; } = Path.Combine(Repository, "artifacts", "bin", "Judges", Configuration, "Judges");

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> Run(string[] arguments, string input = "", string? program = null, (string Name, string Value)[]? environment = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(arguments, program, environment);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading everything: its exit code says why.
        }
        await process.WaitForExitAsync(cancellationToken);
        return new Ended(process.ExitCode, await output, await error);
    }

    public static Process Start(string[] arguments, string? program = null, (string Name, string Value)[]? environment = null)
    {
        var start = new ProcessStartInfo(program ?? Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    // The tests stand beside the program: artifacts/bin/Judges.Tests/release.
    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}

/// <summary>How a process ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
