using System.Text;
using System.Text.Json;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>One box for each test of a class, and runs of a submission with its unit tests in it.</summary>
/// <param name="firstUserId">The box's own: two classes run side by side.</param>
public abstract class OneBox(int firstUserId) : IAsyncLifetime
{
    protected const string Plain = "assert f(1) == 2\nassert f(2) == 3";
    protected const string Right = "def f(n): return n + 1";

    private readonly CodeJudgeOptions _options = new() { Boxes = Boxes, CacheEntries = 0, FirstUserId = firstUserId };
    private ISandboxEngine? _engine;
    private ISandbox? _box;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As many as a judge has by itself: its boxes stay on a core each.</summary>
    protected static int Boxes => Environment.ProcessorCount;

    protected ISandbox Box => _box!;

    public async ValueTask InitializeAsync()
    {
        _engine = TestEngine.Create(_options);
        _box = await _engine.Start(0, BoxImages.Python, Token);
        Assert.SkipWhen(_box.Confinement is not { MemoryLimit: "cgroup", Isolation: "ownUser" }, "no tester is kept where a run's processes cannot be counted: needs root and control groups");
    }

    public async ValueTask DisposeAsync()
    {
        await Box.DisposeAsync();
        (_engine as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <param name="program">In which <c>UID</c> stands for the user of the tester that stays.</param>
    protected Task<RunReport> Run(string program, string tests, Limits? limits = null, bool mayShare = true, string? prefix = null, string? entryPoint = null)
    {
        limits ??= Ask.Generous;
        return Box.Run(new RunRequest
        {
            Kind = RunKind.Subject,
            Program = Encoding.UTF8.GetBytes(program.Replace("UID", $"{_options.FirstUserId + BoxConfiguration.UsersPerBox - 1}", StringComparison.Ordinal)),
            Limits = limits,
            Tester = new RunRequest
            {
                Kind = RunKind.Tester,
                Input = JsonSerializer.SerializeToUtf8Bytes(new PythonTests(tests, entryPoint, prefix), CodeJson.Default.PythonTests),
                Limits = limits,
                MayShareTester = mayShare,
            },
        }, Token);
    }

    protected static string Ends(RunReport report) => Encoding.UTF8.GetString(report.Tester!.Result.Span);

    protected static string Output(RunReport report) => Encoding.UTF8.GetString(report.Output.Span);
}
