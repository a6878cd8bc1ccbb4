using System.ComponentModel;
using System.Diagnostics;

namespace Judges.Code;

/// <summary>One bwrap process with a supervisor in it.</summary>
internal sealed class BubblewrapBox : ISandbox
{
    private readonly Process _process;
    private readonly ControlGroup? _group;
    private readonly Complaints _complaints = new();
    private readonly SupervisorLink _link;

    private BubblewrapBox(Process process, ControlGroup? group, bool asRoot)
    {
        _process = process;
        _group = group;
        Confinement = new Confinement(group is null ? "addressSpace" : "cgroup", asRoot ? "ownUser" : "sharedUser");
        process.ErrorDataReceived += (_, line) => _complaints.AddLine(line.Data);
        process.BeginErrorReadLine();
        _link = new SupervisorLink(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, _complaints.ToString);
    }

    public Confinement Confinement { get; }

    public static async Task<BubblewrapBox> Start(
        CodeJudgeOptions options, BubblewrapLaunch launch, BoxLauncher launcher, int slot, string image, CancellationToken cancellationToken)
    {
        var group = launch.AsRoot ? ControlGroup.TryCreate(slot) : null;
        string[] command = [.. launch.Before, options.Bubblewrap, .. BubblewrapArguments.Of(options, launch.AsRoot, slot, image, group, SupervisorSource.Text)];
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

    public Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken) => _link.Run(request, cancellationToken);

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
        try
        {
            await _link.Greet(cancellationToken);
        }
        catch (Exception fault)
        {
            await DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new SandboxUnavailableException($"no sandbox: bubblewrap could not start a box{_complaints}", fault);
        }
    }
}
