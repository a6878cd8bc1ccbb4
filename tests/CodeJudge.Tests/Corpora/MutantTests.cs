using System.Collections.Concurrent;
using CodeJudge.Tests.Languages;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Corpora;

/// <summary>What a bare interpreter or compiler finds wrong is not accepted, and what it finds right is.</summary>
public sealed class MutantTests
{
    // The set, every how manieth row of it and how many mutants of each where not all are judged, and how many of them are rejected at least.
    public static IReadOnlyList<ITheoryDataRow> Sets => CorpusSets.Asked(
    [
        new TheoryDataRow<string, string, int, int>("python", "HumanEval", 8, 15),
        new TheoryDataRow<string, string, int, int>("javascript", "HumanEval-X js", 16, 8),
        new TheoryDataRow<string, string, int, int>("cpp", "HumanEval-X cpp", 80, 2),
        new TheoryDataRow<string, string, int, int>("java", "HumanEval-X java", 80, 2),
        new TheoryDataRow<string, string, int, int>("csharp", "MBXP csharp", 12, 8),
        new TheoryDataRow<string, string, int, int>("python", "LeetCode", 16, 10),
    ]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Sets))]
    public async Task One_token_mutants_get_the_verdict_of_a_bare_run(string language, string name, int step, int least)
    {
        Toolchain.Demand(language);
        var set = CorpusSets.All.Single(one => one.Name == name);
        var mutants = (set with { Step = step }).Requests()
            .SelectMany(static request => Mutants.Of(request.Response, DataSet.All ? 6 : 2).Select(mutant => Short(request) with { Response = mutant })).ToList();

        // A judge that remembers, as users have it: the mutants of a row have one program of tests, built once.
        await using var fixture = new JudgeFixture(new CodeJudgeOptions { Boxes = 2, FirstUserId = 0x5200_0000 });
        var verdicts = await Task.WhenAll(mutants.Select(fixture.Grade));
        var judged = mutants.Zip(verdicts, static (request, verdict) => new Judged(request, verdict)).ToList();
        // What the judge stopped at a limit would be stopped again, after longer: of whole sets it is left out.
        var bare = judged.Where(static one => !DataSet.All || !one.IsStopped).ToList();
        var wrong = new ConcurrentBag<Judged>();
        Parallel.ForEach(bare, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, one =>
        {
            if (BareRun.IsWrong(one.Request))
                wrong.Add(one);
        });

        var rejected = judged.Where(static one => !one.IsAccepted).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name} ({language}): {judged.Count} mutants, {rejected.Count} rejected, {bare.Count} run bare, of which {wrong.Count} are wrong");
        Assert.True(rejected.Count >= least / TestEngine.Thin, $"only {rejected.Count} mutants are rejected");
        None("not judged", judged.Where(static one => one.Verdict.Outcome is Outcome.JudgeError));
        None("accepted, and wrong", wrong.Where(static one => one.IsAccepted));
        None("rejected, and right", bare.Where(static one => !one.IsAccepted).Except(wrong));
    }

    private static void None(string what, IEnumerable<Judged> found)
    {
        var lines = string.Join('\n', found);
        Assert.True(lines.Length == 0, $"{what}:\n{lines}");
    }

    private static GradeCode Short(GradeCode request) => request with { Limits = request.Limits with { CpuSeconds = 5, WallSeconds = 10 } };

    private sealed record Judged(GradeCode Request, Verdict Verdict)
    {
        public bool IsAccepted => Verdict.Reward != 0;

        public bool IsStopped => Verdict.Outcome is Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded or Outcome.OutputLimitExceeded;

        public override string ToString() => $"{Request.Id}: {Verdict.Outcome} {Request.Response}";
    }
}
