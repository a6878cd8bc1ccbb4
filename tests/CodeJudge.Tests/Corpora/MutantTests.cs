using System.Text.Json;
using CodeJudge.Tests.Languages;
using Judges;

namespace CodeJudge.Tests.Corpora;

/// <summary>What a bare interpreter or compiler finds wrong is not accepted.</summary>
public sealed class MutantTests(JudgeFixture fixture)
{
    // The set, every how manieth row of it and how many mutants of each where not all are judged, and how many of them are wrong at least.
    public static IReadOnlyList<ITheoryDataRow> Sets => CorpusSets.Asked(
    [
        new TheoryDataRow<string, string, int, int>("python", "HumanEval", 8, 15),
        new TheoryDataRow<string, string, int, int>("javascript", "HumanEval-X js", 16, 8),
        new TheoryDataRow<string, string, int, int>("cpp", "HumanEval-X cpp", 80, 2),
        new TheoryDataRow<string, string, int, int>("java", "HumanEval-X java", 80, 2),
    ]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Sets))]
    public async Task One_token_mutants_are_rejected_when_a_bare_run_finds_them_wrong(string language, string name, int step, int least)
    {
        Toolchain.Demand(language);
        var set = CorpusSets.All.Single(one => one.Name == name);
        var wrong = (set with { Step = step * TestEngine.Thin }).Rows()
            .SelectMany(static row => Mutants.Of(row.Text("canonical_solution"), DataSet.All ? 6 : 2).Select(mutant => (Row: row, Mutant: mutant)))
            .Where(pair => BareRun.IsWrong(language, pair.Row, pair.Mutant)).ToList();

        var verdicts = await Task.WhenAll(wrong.Select(pair => Grade(set, pair.Row, pair.Mutant)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{name} ({language}): {wrong.Count} mutants that a bare run finds wrong");
        Assert.True(wrong.Count >= least / TestEngine.Thin, $"only {wrong.Count} mutants are wrong");
        var accepted = wrong.Zip(verdicts).Where(static pair => pair.Second.Reward != 0).Select(static pair => $"{pair.First.Row.Text("task_id")}: {pair.First.Mutant}").ToList();
        Assert.True(accepted.Count == 0, string.Join('\n', accepted));
    }

    private Task<Verdict> Grade(CorpusSet set, JsonElement row, string mutant)
    {
        var request = set.Request(row);
        return fixture.Grade(request with { Response = mutant, Limits = request.Limits with { CpuSeconds = 5, WallSeconds = 10 } });
    }
}
