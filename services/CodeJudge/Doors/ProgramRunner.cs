namespace Judges.Code;

/// <summary>A program to be run once as it is, as the drop-in doors ask for it.</summary>
internal sealed record ProgramJob
{
    public required Language Language { get; init; }

    /// <summary>The file that is built or run; it is one of <see cref="Files"/>.</summary>
    public required string Main { get; init; }

    public required IReadOnlyList<BoxFile> Files { get; init; }

    public ReadOnlyMemory<byte> Input { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Files that are brought back after the run.</summary>
    public IReadOnlyList<string> Fetch { get; init; } = [];

    public required Limits CompileLimits { get; init; }

    public required Limits RunLimits { get; init; }

    /// <summary>How long it may wait for a box.</summary>
    public required TimeSpan Patience { get; init; }
}

/// <summary>What became of a job: its build, where there is one, and its run, where it was built.</summary>
internal sealed record ProgramResult(RunReport? Compile, RunReport? Run);

/// <summary>Builds and runs programs in boxes of the pool, without tests.</summary>
internal sealed class ProgramRunner(SandboxPool pool)
{
    /// <summary>Throws <see cref="TimeoutException"/> when no box came free in time.</summary>
    public async Task<ProgramResult> Run(ProgramJob job, CancellationToken cancellationToken)
    {
        using var lease = await Rent(job.Patience, cancellationToken);
        var (compile, files) = await Build(lease, job, cancellationToken);
        return new ProgramResult(compile, files is null ? null : await Finish(lease, Request(job, files), job.Language, cancellationToken));
    }

    /// <summary>
    /// Runs a program whose standard input and output are a partner's, a trusted one under a user of its own, which reports on descriptor 3. The
    /// second value is the partner's build, when it failed.
    /// </summary>
    public async Task<(ProgramResult Result, RunReport? Defect)> RunBeside(ProgramJob job, ProgramJob partner, CancellationToken cancellationToken)
    {
        using var lease = await Rent(job.Patience, cancellationToken);
        var (defect, trusted) = await Build(lease, partner, cancellationToken);
        if (trusted is null)
            return (new ProgramResult(null, null), defect);
        if (lease.Confinement is { Isolation: not "ownUser" })
            throw new SandboxUnavailableException("managers need a user of their own, which this judge cannot give them: run it as root");
        var (compile, files) = await Build(lease, job, cancellationToken);
        var run = files is null ? null
            : await Finish(lease, Request(job, files) with { Interactive = true, Tester = Request(partner, trusted) }, job.Language, cancellationToken);
        return (new ProgramResult(compile, run), null);
    }

    private static RunRequest Request(ProgramJob job, IReadOnlyList<BoxFile> files)
    {
        var runnable = new Runnable(job.Language, job.Files.FirstOrDefault(file => file.Name == job.Main)?.Content ?? default, files).Execute(default, job.RunLimits);
        string[] command = [.. runnable.Command.Select(word => job.Language == Python.Language && word == job.Language.FileName("") ? job.Main : word), .. job.Arguments];
        return runnable with { Files = files, Command = command, Input = job.Input, Keep = job.Fetch };
    }

    /// <summary>The report of the build, where there is one, and the files that run; null when it failed.</summary>
    private static async Task<(RunReport? Compile, IReadOnlyList<BoxFile>? Files)> Build(BoxLease lease, ProgramJob job, CancellationToken cancellationToken)
    {
        var language = job.Language;
        var sources = new Sources(job.Main, [.. job.Files, .. language.Beside.Where(file => job.Files.All(other => other.Name != file.Name))]);
        RunReport? compile = null;
        var files = sources.Files;
        if (language.BuildHere is { } here)
        {
            var build = await here(sources, cancellationToken);
            compile = Report(build);
            files = [.. files, .. build is Build.Done done ? done.Files : []];
        }
        else if (language.Build.Count > 0)
        {
            compile = await Execute(lease, language, ProgramBuilder.Fill(language.Build, language, sources), sources.Files, default, language.Keep, job.CompileLimits, cancellationToken);
            files = [.. files.Where(file => compile.Kept.All(kept => kept.Name != file.Name)), .. compile.Kept];
        }
        return (compile, compile is { Stopped: not null } or { Exit: not 0 } ? null : files);
    }

    private async Task<BoxLease> Rent(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            return await pool.Rent(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no box came free within {patience.TotalSeconds:0} s");
        }
    }

    private static Task<RunReport> Execute(
        BoxLease lease, Language language, IReadOnlyList<string> command, IReadOnlyList<BoxFile> files, ReadOnlyMemory<byte> input, IReadOnlyList<string> keep,
        Limits limits, CancellationToken cancellationToken) => Finish(
            lease,
            new RunRequest
            {
                Kind = RunKind.Execute,
                Image = BoxImages.Of(language),
                Files = files,
                Command = command,
                Environment = language.Environment,
                Input = input,
                Keep = keep,
                Limits = limits,
            },
            language, cancellationToken);

    private static async Task<RunReport> Finish(BoxLease lease, RunRequest request, Language language, CancellationToken cancellationToken)
    {
        var report = await lease.Run(request, cancellationToken);
        return report.NotStarted is not { } reason ? report : throw new SandboxUnavailableException(
            $"{language.Name} cannot be run here ({reason}): install {language.Packages}");
    }

    private static RunReport Report(Build build) => new()
    {
        Exit = build is Build.Failed ? 1 : 0,
        Errors = build is Build.Failed failed ? System.Text.Encoding.UTF8.GetBytes(failed.Message) : default,
    };
}
