using System.Diagnostics;

namespace Judges.Tests.Serving;

/// <summary>A server as a process, until the test is over.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServeProcess(Process process, Uri address, string said) => (_process, Address, Said) = (process, address, said);

    public Uri Address { get; }

    /// <summary>What it said at its start.</summary>
    public string Said { get; }

    public static async Task<ServeProcess> Start(params string[] arguments)
    {
        var process = JudgesProcess.Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        process.StandardInput.Close();
        var said = "";
        try
        {
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } line)
            {
                said += line + "\n";
                // The last line of its greeting says how to stop it.
                if (line.EndsWith("Ctrl+C stops", StringComparison.Ordinal))
                    break;
            }
            var address = said.Split(" on ").ElementAtOrDefault(1)?.Split(' ')[0] ?? throw new InvalidOperationException("it did not start: " + said);
            // Nobody may be blocked by a full pipe.
            _ = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServeProcess(process, new Uri(address), said);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Asks it to stop as a service manager does, and returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
