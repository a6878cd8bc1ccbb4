using System.Globalization;
using System.Text;

namespace Judges.Code;

/// <summary>Runs what Piston's clients send.</summary>
internal sealed class PistonDoor(ProgramRunner runner, CodeJudgeOptions options)
{
    public const string Version = "1.0.0";
    private const double UsualRun = 3000;
    private const double UsualCompile = 10000;

    private readonly CodeforcesGrader _codeforces = new(runner);
    private readonly IoiGrader _ioi = new(runner);

    public string? Defect(PistonRequest request)
    {
        if (request.Language is null)
            return "language is required as a string";
        if (request.Version is null)
            return "version is required as a string";
        if (request.Files is not { Count: > 0 })
            return "files is required as an array";
        if (PistonLanguages.Find(request.Language) is null)
            return $"{request.Language}-{request.Version} runtime is unknown";
        for (var i = 0; i < request.Files.Count; i++)
        {
            if (request.Files[i]?.Content is null)
                return $"files[{i}].content is required as a string";
            if (request.Files[i].Name is { } name && !DoorRules.IsPlainPath(name))
                return $"files[{i}].name must be a relative path";
            if (request.Files[i].Encoding is not (null or "utf8" or "base64" or "hex"))
                return $"files[{i}].encoding must be utf8, base64 or hex";
        }
        var most = options.DoorMostSeconds * 1000.0;
        foreach (var (name, value) in ((string, double?)[])[
            ("compile_timeout", request.CompileTimeout), ("run_timeout", request.RunTimeout),
            ("compile_cpu_time", request.CompileCpuTime), ("run_cpu_time", request.RunCpuTime)])
        {
            if (value > most)
                return string.Create(CultureInfo.InvariantCulture, $"{name} cannot exceed the configured limit of {most}");
        }
        return null;
    }

    public async Task<PistonResponse> Execute(PistonRequest request, CancellationToken cancellationToken)
    {
        var language = PistonLanguages.Find(request.Language!)!;
        var source = Encoding.UTF8.GetString(Content(request.Files![0]));
        var main = request.Files[0].Name ?? language.FileName(source);
        List<BoxFile> files = [.. request.Files.Select((file, i) => new BoxFile(i == 0 ? main : file.Name ?? $"file{i}.code", Content(file)))];
        var compileMs = request.CompileTimeout ?? UsualCompile;
        var runMs = request.RunTimeout ?? UsualRun;
        var job = new ProgramJob
        {
            Language = language,
            Main = main,
            Files = files,
            // As Piston does.
            Input = Encoding.UTF8.GetBytes((request.Stdin ?? "") + "\n"),
            Arguments = request.Args ?? [],
            CompileLimits = Limits(compileMs, request.CompileCpuTime, request.CompileMemoryLimit),
            RunLimits = Limits(runMs, request.RunCpuTime, request.RunMemoryLimit),
            Patience = TimeSpan.FromSeconds(30) + TimeSpan.FromMilliseconds(compileMs + runMs),
        };
        var (compiled, run) = IoiGrader.Grades(request) ? await _ioi.Grade(job, cancellationToken)
            : CodeforcesGrader.Grades(request) ? await _codeforces.Grade(job, cancellationToken)
            : await Run(job, cancellationToken);
        var compile = compiled is not null ? Stage(compiled) : PistonLanguages.IsAlwaysCompiled(request.Language!) ? new PistonStage { Code = 0 } : null;
        // What could not be compiled has "run" as its compiler did.
        return new PistonResponse { Language = request.Language!, Version = Version, Compile = compile, Run = run ?? compile! };
    }

    private async Task<(RunReport? Compile, PistonStage? Run)> Run(ProgramJob job, CancellationToken cancellationToken)
    {
        var result = await runner.Run(job, cancellationToken);
        return (result.Compile, result.Run is { } run ? Stage(run) : null);
    }

    public static IReadOnlyList<PistonRuntime> Runtimes { get; } =
    [
        .. LanguageSet.All.Select(static language => new PistonRuntime(language.Name, Version, language.Aliases)),
        new PistonRuntime("c++17", Version, ["cf_c++17"]), new PistonRuntime("cf_python3", Version, []), new PistonRuntime("cms", Version, ["cms_ioi"]),
    ];

    private Limits Limits(double wallMs, double? cpuMs, double? memoryBytes)
    {
        var memoryMb = memoryBytes is > 0 ? Math.Max(16, (long)memoryBytes.Value >> 20) : -1;
        return DoorRules.Limits(wallMs / 1e3, memoryMb, options.DoorOutputKb) with { CpuSeconds = Math.Clamp(Math.Min(cpuMs ?? wallMs, wallMs) / 1e3, 0.01, 600) };
    }

    private static byte[] Content(PistonFile file) => file.Encoding switch
    {
        "base64" => Convert.FromBase64String(file.Content!),
        "hex" => Convert.FromHexString(file.Content!),
        _ => Encoding.UTF8.GetBytes(file.Content!),
    };

    private static PistonStage Stage(RunReport report)
    {
        var (output, errors) = (DoorRules.Text(report.Output), DoorRules.Text(report.Errors));
        var (status, message) = report.Stopped switch
        {
            StopReason.Cpu or StopReason.Wall => ("TO", "Time limit exceeded"),
            StopReason.Output => ("OL", "stdout length exceeded"),
            StopReason.Memory => ("SG", "Memory limit exceeded"),
            _ when report.Exit < 0 => ("SG", $"Caught fatal signal {-report.Exit}"),
            _ when report.Exit > 0 => ("RE", $"Exited with error status {report.Exit}"),
            _ => ((string?)null, (string?)null),
        };
        var killed = report.Stopped is not null || report.Exit < 0;
        return new PistonStage
        {
            Stdout = output,
            Stderr = errors,
            Output = output + errors,
            Code = killed ? null : report.Exit,
            Signal = report.Stopped is not null ? "SIGKILL" : report.Exit < 0 ? SignalName(-report.Exit) : null,
            Message = message,
            Status = status,
            CpuTime = Math.Round(report.CpuMs),
            WallTime = Math.Round(report.WallMs),
            Memory = report.PeakKb << 10,
        };
    }

    private static string SignalName(int signal) => signal switch
    {
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        31 => "SIGSYS",
        _ => string.Create(CultureInfo.InvariantCulture, $"SIG{signal}"),
    };
}
