using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Corpora;

/// <summary>
/// The same verdicts alone and with eight boxes busy on each core. It takes long, so only eng/stress.sh runs it.
/// </summary>
public sealed class StressTests
{
    private const int Crowd = 8;

    [Fact]
    [Trait("Run", "ByHand")]
    public async Task Verdicts_are_the_same_alone_and_at_eight_times_the_cores()
    {
        List<GradeCode> requests =
        [
            .. DataSet.Rows("humaneval/HumanEval.jsonl.gz").SelectMany(static row => Mutants.Of(row, 2).Prepend(row.Text("canonical_solution"))
                .Select((solution, index) => Corpus.HumanEval(row) with { Id = $"{row.Text("task_id")}#{index}", Response = solution, Limits = new Limits { CpuSeconds = 5, WallSeconds = 5 } })),
        ];

        var alone = await Outcomes(requests, boxes: 1);
        var crowded = await Outcomes(requests, boxes: Crowd * Environment.ProcessorCount);

        var changed = requests.Select(static request => request.Id).Zip(alone, crowded).Where(static one => one.Second != one.Third).ToList();
        TestContext.Current.SendDiagnosticMessage($"{requests.Count} submissions, {changed.Count} changed verdicts");
        Assert.True(changed.Count == 0, string.Join('\n', changed));
        Assert.All(requests.Zip(alone), static pair => Assert.True(!pair.First.Id!.EndsWith("#0", StringComparison.Ordinal) || pair.Second is Outcome.Accepted, pair.First.Id));
    }

    private static async Task<Outcome[]> Outcomes(IReadOnlyList<GradeCode> requests, int boxes)
    {
        var options = new CodeJudgeOptions { Boxes = boxes, CacheEntries = 0, FirstUserId = 0x5000_0000 };
        var engine = TestEngine.Create(options);
        await using var pool = new SandboxPool(engine, options);
        var judge = new Judges.Code.CodeJudge(pool, options, TimeProvider.System);
        var verdicts = await Task.WhenAll(requests.Select(request => judge.Grade(request, TestContext.Current.CancellationToken).AsTask()));
        (engine as IDisposable)?.Dispose();
        return [.. verdicts.Select(static verdict => verdict.Outcome)];
    }
}
