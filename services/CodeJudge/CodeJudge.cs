using System.Reflection;
using System.Text;
using Judges.Hosting;

namespace Judges.Code;

/// <summary>Runs the program in a completion against hidden tests, in a box, and compares outside of it.</summary>
public sealed class CodeJudge : IJudge<GradeCode>
{
    private readonly SandboxPool _pool;
    private readonly VerdictCache _cache;
    private readonly TimeProvider _time;

    public CodeJudge(SandboxPool pool, CodeJudgeOptions options, TimeProvider time)
    {
        _pool = pool;
        _cache = new VerdictCache(options);
        _time = time;
    }

    public string Name => JudgeNames.Code;

    public string Version { get; } =
        typeof(CodeJudge).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    public async ValueTask<Verdict> Grade(GradeCode request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Language is not ("python" or "python3" or "py"))
            throw new NotSupportedException($"the code judge runs python; it cannot run {request.Language}");
        var started = _time.GetTimestamp();
        var program = ProgramExtractor.Find(request.Response, request.Prefix, (request.Tests as CallTests)?.EntryPoint, request.Extraction);
        var (graded, remembered) = program is null
            ? (Grading.NoProgram, true)
            : await _cache.Get(program, request, token => Run(program, request, token), cancellationToken);
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

    private async Task<Graded> Run(string program, GradeCode request, CancellationToken cancellationToken)
    {
        var asked = _time.GetTimestamp();
        using var lease = await _pool.Rent(cancellationToken);
        var queued = _time.GetElapsedTime(asked).TotalMilliseconds;
        var source = Encoding.UTF8.GetBytes(program);
        var tests = TestRun.Of(request.Tests);
        var grading = new Grading(request.Reward, tests.Count);
        foreach (var test in tests)
        {
            var report = await lease.Run(test.Request(source, request.Limits), cancellationToken);
            grading.Add(RunReading.Read(report, test), report);
            if (grading.IsDecided)
                break;
        }
        return grading.Finish(lease.Engine, lease.Confinement, queued);
    }
}
