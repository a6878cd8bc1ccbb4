namespace CodeJudge.Tests.Corpora;

/// <summary>The reference solutions of public data sets are accepted.</summary>
public sealed class CanonicalTests(JudgeFixture fixture)
{
    [Fact]
    public Task HumanEval() => Corpus.AllAccepted(fixture, DataSet.Rows("humaneval/HumanEval.jsonl.gz").Select(Corpus.HumanEval));

    [Fact]
    public Task HumanEvalX_python() => Corpus.AllAccepted(
        fixture, DataSet.Rows("humaneval-x/humaneval_python.jsonl.gz").Select(static row => Corpus.HumanEvalX("python", row)));

    [Fact]
    public Task HumanEvalX_javascript() => Corpus.AllAccepted(
        fixture, DataSet.Sample("humaneval-x/humaneval_js.jsonl.gz", 4)
            // 162 needs a package of npm; 112 returns `(z, false)`, which is no pair in JavaScript and fails its own tests, as node says on stderr.
            .Where(static row => row.Text("task_id") is not ("JavaScript/162" or "JavaScript/112")).Select(static row => Corpus.HumanEvalX("javascript", row)));

    [Fact]
    public Task LeetCode() => Corpus.AllAccepted(fixture, DataSet.Sample("leetcode/v0.2.0-test.jsonl.gz", 2).Select(Corpus.LeetCode));
}
