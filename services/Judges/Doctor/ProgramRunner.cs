using System.ComponentModel;
using System.Diagnostics;

namespace Judges.Standalone.Doctor;

/// <summary>Runs a program for what it says of itself.</summary>
internal static class ProgramRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The exit code and what was written; null when there is no such program or it does not end.</summary>
    public static async Task<ProgramOutput?> Run(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ProgramOutput(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }

    /// <summary>The first line that a program writes, or null when it fails.</summary>
    public static async Task<string?> FirstLine(string program, string[] arguments, CancellationToken cancellationToken) =>
        await Run(program, arguments, cancellationToken) is { ExitCode: 0 } run
            ? (run.Output + run.Error).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? ""
            : null;
}

internal sealed record ProgramOutput(int ExitCode, string Output, string Error);
