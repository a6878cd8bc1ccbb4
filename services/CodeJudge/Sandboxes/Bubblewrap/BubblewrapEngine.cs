namespace Judges.Code;

/// <summary>Boxes made of Linux namespaces by <c>bwrap</c>.</summary>
public sealed class BubblewrapEngine : ISandboxEngine, IDisposable
{
    private readonly CodeJudgeOptions _options;
    private readonly BubblewrapLaunch _launch;
    private readonly BoxLauncher _launcher = new();

    public BubblewrapEngine(CodeJudgeOptions options)
        : this(options, new BubblewrapLaunch(Environment.IsPrivilegedProcess, []))
    {
    }

    internal BubblewrapEngine(CodeJudgeOptions options, BubblewrapLaunch launch)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _launch = launch;
    }

    public string Name => "bubblewrap";

    public async Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken)
    {
        if (!File.Exists(_options.Python))
            throw new SandboxUnavailableException($"there is no interpreter at {_options.Python}: install python3 or set CodeJudge__Python");
        try
        {
            return await BubblewrapBox.Start(_options, _launch, _launcher, slot, image, cancellationToken);
        }
        // A container's root may lack what root needs to make boxes; an ordinary user's way may still be open.
        catch (SandboxUnavailableException) when (_launch.AsRoot)
        {
            return await BubblewrapBox.Start(_options, _launch with { AsRoot = false }, _launcher, slot, image, cancellationToken);
        }
    }

    public void Dispose() => _launcher.Dispose();
}

/// <summary>How bwrap is started.</summary>
/// <param name="AsRoot">With root's rights: a user id per run and control groups; without: a user namespace.</param>
/// <param name="Before">A command that starts bwrap, as in <c>setpriv --reuid=65534</c>.</param>
internal sealed record BubblewrapLaunch(bool AsRoot, IReadOnlyList<string> Before);
