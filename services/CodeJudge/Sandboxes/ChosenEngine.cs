namespace Judges.Code;

/// <summary>The engine that the options name, or the best that this machine has; looked for once, when the first box is needed.</summary>
public sealed partial class ChosenEngine(CodeJudgeOptions options, ILogger<ChosenEngine> log) : ISandboxEngine, IDisposable
{
    private readonly SemaphoreSlim _choosing = new(1);
    private volatile ISandboxEngine? _engine;

    public string Name => _engine?.Name ?? "none";

    public async Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken) =>
        await (_engine ?? await Choose(cancellationToken)).Start(slot, image, cancellationToken);

    public void Dispose()
    {
        (_engine as IDisposable)?.Dispose();
        _choosing.Dispose();
    }

    private async Task<ISandboxEngine> Choose(CancellationToken cancellationToken)
    {
        await _choosing.WaitAsync(cancellationToken);
        try
        {
            if (_engine is { } chosen)
                return chosen;
            var choice = await EngineChoice.Of(options, cancellationToken);
            if (choice.Kind is not { } kind)
                throw new SandboxUnavailableException(choice.Reason);
            Chose(log, kind, choice.Reason);
            return _engine = kind is SandboxEngineKind.Docker ? new DockerEngine(options) : new BubblewrapEngine(options);
        }
        finally
        {
            _choosing.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "programs run in boxes of {Engine}: {Reason}")]
    private static partial void Chose(ILogger log, SandboxEngineKind engine, string reason);
}
