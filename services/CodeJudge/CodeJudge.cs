using System.Reflection;
using System.Text;
using Judges.Hosting;

namespace Judges.Code;

/// <summary>Runs the program in a completion against hidden tests, in a box, and compares outside of it.</summary>
public sealed class CodeJudge : IJudge<GradeCode>
{
    private readonly SandboxPool _pool;
    private readonly VerdictCache _cache;
    private readonly RunMemory _runs;
    private readonly TimeProvider _time;

    public CodeJudge(SandboxPool pool, CodeJudgeOptions options, TimeProvider time)
    {
        _pool = pool;
        _cache = new VerdictCache(options);
        _runs = new RunMemory(options);
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
        var source = Encoding.UTF8.GetBytes(program);
        var tests = TestRun.Of(request.Tests);
        var grading = new Grading(request.Reward, tests.Count);
        var queued = 0.0;
        BoxLease? lease = null;
        Confinement? confinement = null;
        try
        {
            foreach (var test in tests)
            {
                var run = test.Request(source, request.Limits);
                var remembered = await _runs.Get(run, () => RunInBox(run));
                confinement = remembered.Confinement;
                grading.Add(RunReading.Read(remembered.Report, test), remembered.Report);
                if (grading.IsDecided)
                    break;
            }
        }
        finally
        {
            lease?.Dispose();
        }
        return grading.Finish(_pool.EngineName, confinement, queued);

        async ValueTask<RememberedRun> RunInBox(RunRequest run)
        {
            if (lease is null)
            {
                var asked = _time.GetTimestamp();
                lease = await _pool.Rent(cancellationToken);
                queued = _time.GetElapsedTime(asked).TotalMilliseconds;
            }
            return new RememberedRun(await lease.Run(run, cancellationToken), lease.Confinement);
        }
    }
}
