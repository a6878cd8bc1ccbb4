using Judges;

namespace CodeJudge.Tests.Corpora;

/// <summary>What a bare interpreter finds wrong is not accepted.</summary>
public sealed class MutantTests(JudgeFixture fixture)
{
    [Fact]
    public async Task One_token_mutants_of_HumanEval_are_rejected_when_an_interpreter_finds_them_wrong()
    {
        var wrong = DataSet.Sample("humaneval/HumanEval.jsonl.gz", 8)
            .SelectMany(static row => Mutants.Of(row, DataSet.All ? 6 : 2).Where(mutant => Mutants.IsWrong(row, mutant)).Select(mutant => (Row: row, Mutant: mutant))).ToList();

        var verdicts = await Task.WhenAll(wrong.Select(pair => fixture.Grade(
            Corpus.HumanEval(pair.Row) with { Response = pair.Mutant, Limits = new Limits { CpuSeconds = 5, WallSeconds = 10 } })));

        Assert.True(wrong.Count >= 15, $"only {wrong.Count} mutants are wrong");
        var accepted = wrong.Zip(verdicts).Where(static pair => pair.Second.Reward != 0).Select(static pair => $"{pair.First.Row.Text("task_id")}: {pair.First.Mutant}").ToList();
        Assert.True(accepted.Count == 0, string.Join('\n', accepted));
    }
}
