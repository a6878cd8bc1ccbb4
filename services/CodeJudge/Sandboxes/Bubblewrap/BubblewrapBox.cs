using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Judges.Code;

/// <summary>One bwrap process with a supervisor in it.</summary>
internal sealed class BubblewrapBox : ISandbox
{
    private static readonly TimeSpan _startTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ControlGroup? _group;
    private readonly StringBuilder _complaints = new();
    private readonly Lock _complaining = new();

    private BubblewrapBox(Process process, ControlGroup? group, bool asRoot)
    {
        _process = process;
        _group = group;
        Confinement = new Confinement(group is null ? "addressSpace" : "cgroup", asRoot ? "ownUser" : "sharedUser");
        process.ErrorDataReceived += Complain;
        process.BeginErrorReadLine();
    }

    public Confinement Confinement { get; }

    public static async Task<BubblewrapBox> Start(
        CodeJudgeOptions options, BubblewrapLaunch launch, BoxLauncher launcher, int slot, CancellationToken cancellationToken)
    {
        var group = launch.AsRoot ? ControlGroup.TryCreate(slot) : null;
        string[] command = [.. launch.Before, options.Bubblewrap, .. BubblewrapArguments.Of(options, launch.AsRoot, slot, group, SupervisorSource.Text)];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("LD_PRELOAD");
        try
        {
            var box = new BubblewrapBox(await launcher.Start(start), group, launch.AsRoot);
            await box.Greet(cancellationToken);
            return box;
        }
        catch (Win32Exception fault)
        {
            group?.Dispose();
            throw new SandboxUnavailableException(
                $"no sandbox: {options.Bubblewrap} cannot be started ({fault.Message}). Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; "
                + "Fedora: dnf install bubblewrap; Alpine: apk add bubblewrap). Programs are never run outside a sandbox.", fault);
        }
    }

    public async Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
    {
        // The supervisor stops a run well before this; it ends the wait for a supervisor that no longer answers.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds((20 * request.Limits.WallSeconds) + 180));
        try
        {
            await BoxFrames.Write(_process.StandardInput.BaseStream, request, deadline.Token);
            return await BoxFrames.ReadReport(_process.StandardOutput.BaseStream, request.Limits, deadline.Token);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or System.Text.Json.JsonException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SandboxFaultException($"a box failed in the middle of a run: {fault.Message}{Complaints()}", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // bwrap's child, process 1 of the box, dies with it, and with process 1 everything else in the box.
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _group?.Dispose();
    }

    private async Task Greet(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_startTime);
        try
        {
            await BoxFrames.ReadGreeting(_process.StandardOutput.BaseStream, deadline.Token);
        }
        catch (Exception fault)
        {
            await DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new SandboxUnavailableException($"no sandbox: bubblewrap could not start a box{Complaints()}", fault);
        }
    }

    private void Complain(object sender, DataReceivedEventArgs line)
    {
        lock (_complaining)
        {
            if (line.Data is { Length: > 0 } text && _complaints.Length < 2000)
                _complaints.Append(_complaints.Length == 0 ? ": " : " | ").Append(text);
        }
    }

    private string Complaints()
    {
        lock (_complaining)
            return _complaints.ToString();
    }
}
