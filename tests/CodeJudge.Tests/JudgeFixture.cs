using System.Text.Json;
using Judges;
using Judges.Code;

[assembly: AssemblyFixture(typeof(CodeJudge.Tests.JudgeFixture))]

namespace CodeJudge.Tests;

/// <summary>One judge with real boxes for all tests: what a test leaves behind, the next one would meet.</summary>
public class JudgeFixture : IAsyncDisposable
{
    private readonly ISandboxEngine _engine;
    private readonly SandboxPool _pool;

    public JudgeFixture()
        : this(new CodeJudgeOptions { Boxes = 2, CacheEntries = 0 })
    {
    }

    internal JudgeFixture(CodeJudgeOptions options, ISandboxEngine? engine = null)
    {
        _engine = engine ?? TestEngine.Create(options);
        _pool = new SandboxPool(_engine, options);
        Judge = new Judges.Code.CodeJudge(_pool, options, TimeProvider.System);
    }

    public Judges.Code.CodeJudge Judge { get; }

    public async Task<Verdict> Grade(GradeCode request) => await Judge.Grade(request, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        (_engine as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Requests in few words.</summary>
internal static class Ask
{
    public static string Fence(string program) => $"```python\n{program}\n```";

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    /// <param name="cases">Pairs of JSON: the argument list and the expected result.</param>
    public static GradeCode Call(string program, string entryPoint, params (string Args, string Expected)[] cases) => new()
    {
        Response = Fence(program),
        Language = "python",
        Tests = new CallTests
        {
            EntryPoint = entryPoint,
            Cases = [.. cases.Select(c => new CallCase { Args = [.. Json(c.Args).EnumerateArray()], Expected = Json(c.Expected) })],
        },
        Limits = Generous,
    };

    public static GradeCode Stdio(string program, params (string Stdin, string Stdout)[] cases) => new()
    {
        Response = Fence(program),
        Language = "python",
        Tests = new StdioTests { Cases = [.. cases.Select(c => new StdioCase { Stdin = c.Stdin, Stdout = c.Stdout })] },
        Limits = Generous,
    };

    // Programs that end by themselves must do so on a machine that does much else.
    public static Limits Generous => new() { CpuSeconds = 20, WallSeconds = 60 };
}
