using System.Diagnostics;

namespace Trainer.Tests.Rollouts;

/// <summary>One judge alone in its own process on a broker, as compose.yaml runs it.</summary>
internal sealed class JudgeProcess : IDisposable
{
    private readonly Process _process;

    private JudgeProcess(Process process) => _process = process;

    /// <param name="service">The service's assembly, such as <c>CodeJudge</c>.</param>
    /// <param name="broker">The broker's address.</param>
    public static JudgeProcess Start(string service, string broker)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, service + ".dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Bus__Transport"] = "RabbitMq";
        start.Environment["Bus__Host"] = broker;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new JudgeProcess(process);
    }

    /// <summary>Ends it as a crash does: nothing is flushed, nothing acknowledged.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
