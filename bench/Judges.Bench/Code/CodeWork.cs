using System.Text.Json;
using Judges.Hosting;
using MathJudge.Tests.Reports;

namespace Judges.Bench;

/// <summary>Programs to judge, and what running them without a judge would be.</summary>
/// <param name="Tests">How many processes a judge without a sandbox starts per program.</param>
/// <param name="Bare">The arguments of Python for one test of a program.</param>
/// <param name="Says">What that prints when the test is passed.</param>
internal sealed record CodeWork(
    string Name, int Programs, int Tests, Func<int, GradeCode> Request, Func<int, int, string[]> Bare, Func<int, int, string> Says)
{
    private const int Calls = 5;

    /// <summary>Short functions of five calls each, which take no time themselves: what is left is the judge.</summary>
    public static CodeWork Functions { get; } = new("short functions", 24, Calls, Function,
        static (number, n) => ["-c", $"{Source(number)}\nimport json, sys\nprint(json.dumps(solve(*json.loads(sys.argv[1]))))", $"[{n}]"], Expected);

    /// <summary>HumanEval's own solutions with its tests (Chen et al. 2021), where the shared data is at hand; else null.</summary>
    public static CodeWork? HumanEval()
    {
        var file = Path.Combine(MathCorpus.Folder, "..", "code", "humaneval", "HumanEval.jsonl.gz");
        if (!File.Exists(file))
            return null;
        var rows = JsonLines.Read(file).Select(static row => row.Clone()).ToArray();
        return new CodeWork("HumanEval", rows.Length, 1, number => Unit(rows[number]),
            (number, _) => ["-c", $"{Text(rows[number], "prompt")}{Text(rows[number], "canonical_solution")}\n{Text(rows[number], "test")}\ncheck({Text(rows[number], "entry_point")})"],
            static (_, _) => "");
    }

    /// <summary>Judges one of the programs, which must pass.</summary>
    public async Task Pass(IJudge<GradeCode> judge, int number, CancellationToken cancellationToken)
    {
        var verdict = await judge.Grade(Request(number), cancellationToken);
        if (!verdict.Passed)
            throw new InvalidOperationException($"{Name}, program {number} should pass and is {verdict.Outcome}: {verdict.Detail}");
    }

    private static GradeCode Unit(JsonElement row) => new()
    {
        Language = "python",
        Prefix = Text(row, "prompt"),
        Response = Text(row, "canonical_solution"),
        Tests = new UnitTests { Code = Text(row, "test"), EntryPoint = Text(row, "entry_point") },
        Limits = new Limits { CpuSeconds = 30, WallSeconds = 60 },
    };

    private static GradeCode Function(int number) => new()
    {
        Language = "python",
        Response = $"```python\n{Source(number)}\n```",
        Tests = new CallTests
        {
            EntryPoint = "solve",
            Cases = [.. Enumerable.Range(0, Calls).Select(n => new CallCase { Args = [Json($"{n}")], Expected = Json(Expected(number, n)) })],
        },
    };

    private static string Source(int number) => $"def solve(n):\n    return [i * i + {number} for i in range(n + 3)]";

    private static string Expected(int number, int n) => $"[{string.Join(", ", Enumerable.Range(0, n + 3).Select(i => (i * i) + number))}]";

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
