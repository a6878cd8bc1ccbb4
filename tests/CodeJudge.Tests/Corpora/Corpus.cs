using System.Text.Json;
using Judges;

namespace CodeJudge.Tests.Corpora;

/// <summary>Rows of data sets as requests.</summary>
internal static class Corpus
{
    // A whole set of tests in one run, on a machine that does much else.
    private static readonly Limits _limits = new() { CpuSeconds = 60, WallSeconds = 120, MemoryMb = 512 };

    public static GradeCode HumanEval(JsonElement row) => Unit("python", row, row.Text("entry_point"));

    public static GradeCode HumanEvalX(string language, JsonElement row) => Unit(language, row, null);

    public static GradeCode Mbxp(JsonElement row) => Unit("csharp", row, row.Text("entry_point"));

    public static GradeCode LeetCode(JsonElement row) => new()
    {
        Id = row.Text("task_id"),
        Language = "python",
        Prefix = row.Text("prompt"),
        Response = Ask.Fence(row.Text("completion")),
        Tests = new UnitTests { Code = row.Text("test"), EntryPoint = row.Text("entry_point") },
        Limits = _limits,
    };

    private static GradeCode Unit(string language, JsonElement row, string? entryPoint) => new()
    {
        Id = row.Text("task_id"),
        Language = language,
        Prefix = row.Text("prompt"),
        Response = row.Text("canonical_solution"),
        Tests = new UnitTests { Code = row.Text("test"), EntryPoint = entryPoint },
        Limits = _limits,
    };

    public static async Task AllAccepted(JudgeFixture fixture, IEnumerable<GradeCode> requests)
    {
        var asked = requests.ToList();
        Assert.NotEmpty(asked);
        var verdicts = await Task.WhenAll(asked.Select(request => Try(fixture, request)));
        var refused = asked.Zip(verdicts).Where(static pair => pair.Second is not { Passed: true })
            .Select(static pair => $"{pair.First.Id}: {pair.Second.Outcome} {pair.Second.Detail}").ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    private static async Task<Verdict> Try(JudgeFixture fixture, GradeCode request)
    {
        try
        {
            return await fixture.Grade(request);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{request.Id}: {fault.Message}", fault);
        }
    }
}
