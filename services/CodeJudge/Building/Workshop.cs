using System.Text;

namespace Judges.Code;

/// <summary>Where one submission is built and run: at most one box of the pool, taken when it is first needed.</summary>
internal sealed class Workshop(
    SandboxPool pool, ProgramBuilder builder, RunMemory memory, CodeJudgeOptions options, TimeProvider time, CancellationToken cancellationToken) : IDisposable
{
    private BoxLease? _lease;

    public double QueuedMs { get; private set; }

    public Confinement? Confinement { get; private set; }

    public CodeJudgeOptions Options => options;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>A run, from memory when the same was run before.</summary>
    public async Task<RunReport> RunOnce(Language language, RunRequest request)
    {
        var run = await memory.Get(request, async () => new RememberedRun(await Run(language, request), _lease!.Confinement));
        Confinement = run.Confinement;
        return run.Report;
    }

    /// <summary>A new run.</summary>
    public async Task<RunReport> Run(Language language, RunRequest request)
    {
        if (_lease is null)
        {
            var asked = time.GetTimestamp();
            _lease = await pool.Rent(cancellationToken);
            QueuedMs = time.GetElapsedTime(asked).TotalMilliseconds;
        }
        var report = await _lease.Run(request, cancellationToken);
        Confinement = _lease.Confinement;
        return report.NotStarted is not { } reason ? report : throw new SandboxUnavailableException(
            $"{language.Name} cannot be judged here ({reason}): install {language.Packages} (Debian: apt-get install {language.Packages})");
    }

    public async Task<(Runnable? Program, Build.Failed? Failure)> Make(Language language, string source)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var name = language.FileName(source);
        return language == Python.Language ? (new Runnable(language, bytes, []), null) : await Make(language, new Sources(name, [new BoxFile(name, bytes)]));
    }

    public async Task<(Runnable? Program, Build.Failed? Failure)> Make(Language language, Sources sources) =>
        await builder.Build(language, sources, request => Run(language, request), cancellationToken) switch
        {
            Build.Failed failure => (null, failure),
            Build.Done done => (new Runnable(language, default, done.Files), null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A program of the task's author, which must be one.</summary>
    public async Task<Runnable> MakeTrusted(CodeProgram program, string what)
    {
        var (made, failure) = await Make(LanguageSet.Find(program.Language), program.Source);
        return made ?? throw new TestsUnusableException($"{what} does not compile: {failure!.Message}");
    }

    public void Dispose() => _lease?.Dispose();
}
