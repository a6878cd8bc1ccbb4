using System.Reflection;
using Judges.Hosting;

namespace Judges.Code;

/// <summary>Runs the program in a completion against hidden tests, in a box, and compares outside of it.</summary>
public sealed class CodeJudge : IJudge<GradeCode>
{
    private readonly SandboxPool _pool;
    private readonly VerdictCache _cache;
    private readonly RunMemory _runs;
    private readonly ProgramBuilder _builder;
    private readonly CodeJudgeOptions _options;
    private readonly TimeProvider _time;

    public CodeJudge(SandboxPool pool, CodeJudgeOptions options, TimeProvider time)
    {
        _pool = pool;
        _cache = new VerdictCache(options);
        _runs = new RunMemory(options);
        _builder = new ProgramBuilder(options);
        _options = options;
        _time = time;
    }

    public string Name => JudgeNames.Code;

    public string Version { get; } =
        typeof(CodeJudge).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    public async ValueTask<Verdict> Grade(GradeCode request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var language = LanguageSet.Find(request.Language);
        var started = _time.GetTimestamp();
        var program = new ProgramExtractor(language, EntryPointOf(request.Tests)).Find(request.Response, request.Prefix, request.Extraction);
        var (graded, remembered) = program is null
            ? (Grading.NoProgram, true)
            : await _cache.Get(program, request, token => Run(program, request, language, token), cancellationToken);
        var elapsed = _time.GetElapsedTime(started).TotalMilliseconds;
        return new Verdict
        {
            Judge = Name,
            Outcome = graded.Outcome,
            Reward = graded.Reward,
            Detail = graded.Detail,
            // A verdict from memory ran nothing.
            Timing = remembered ? new Timing(0, elapsed) : new Timing(graded.QueueMs, elapsed - graded.QueueMs, graded.CpuMs),
            JudgeVersion = Version,
        };
    }

    private static string? EntryPointOf(CodeTests tests) => tests switch
    {
        CallTests call => call.EntryPoint,
        UnitTests unit => unit.EntryPoint,
        _ => null,
    };

    private async Task<Graded> Run(string program, GradeCode request, Language language, CancellationToken cancellationToken)
    {
        request = request with { Limits = request.Limits with { OutputAllowedKb = request.Limits.OutputAllowedKb ?? _options.OutputAllowedKb } };
        using var workshop = new Workshop(_pool, _builder, _runs, _options, _time, cancellationToken);
        var plan = await TestPlan.Make(program, request, language, workshop);
        var grading = new Grading(request, language);
        if (plan.Failure is { } failure)
            grading.Fail(failure);
        List<(TestRun Run, double CpuMs)> passed = [];
        await foreach (var (test, report) in CallBatch.Run(plan.Runs, request, workshop))
        {
            grading.Add(await test.Judge(report, workshop), report);
            grading.Isolation ??= test.Isolation;
            if (grading.IsDecided)
                break;
            passed.Add((test, report.CpuMs));
        }
        if (request.Efficiency is { } efficiency && grading.AllPassed && passed.Count == plan.Runs.Count)
            grading.Efficiency = await Efficiency.Measure(request, efficiency, language, passed, workshop);
        return grading.Finish(_pool.EngineName, workshop, plan.Runs.Count);
    }
}
