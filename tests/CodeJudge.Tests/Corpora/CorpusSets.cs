using System.Text.Json;
using CodeJudge.Tests.Languages;
using Judges;

namespace CodeJudge.Tests.Corpora;

/// <summary>A data set: the language of its solutions, where it lies, and which of its rows the tests judge.</summary>
/// <param name="Step">Every how manieth row is judged where not all are: a build takes a second, and Python none.</param>
/// <param name="Defective">Rows whose own reference solution does not pass its own tests.</param>
internal sealed record CorpusSet(
    string Language, string Name, string Path, int Step, Func<JsonElement, GradeCode> Request, IReadOnlyList<string> Defective)
{
    public IReadOnlyList<JsonElement> Rows() => [.. DataSet.Sample(Path, Step).Where(row => !Defective.Contains(row.Text("task_id")))];

    public IEnumerable<GradeCode> Requests() => (this with { Step = Step * TestEngine.Thin }).Rows().Select(Request);
}

internal static class CorpusSets
{
    /// <summary>Rows of a language and a set's name: those of this engine's languages, and of the sets that <c>JUDGES_SET</c> names, whole or in part, with commas between them, if it does.</summary>
    public static IReadOnlyList<ITheoryDataRow> Asked(IEnumerable<ITheoryDataRow> rows) => [.. Toolchain.Tested(rows).Where(static row =>
        Environment.GetEnvironmentVariable("JUDGES_SET") is not { Length: > 0 } asked
                || asked.Split(',').Any(name => Names(name, (string)row.GetData()[1]!)))];

    // A whole name is no part of another's: HumanEval is not HumanEval-X.
    private static bool Names(string asked, string set) =>
        All.Any(one => one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) ? set.Equals(asked, StringComparison.OrdinalIgnoreCase) : set.Contains(asked, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<CorpusSet> All { get; } =
    [
        new("python", "HumanEval", "humaneval/HumanEval.jsonl.gz", 1, Corpus.HumanEval, []),
        new("python", "HumanEval-X python", "humaneval-x/humaneval_python.jsonl.gz", 1, static row => Corpus.HumanEvalX("python", row), []),
        // 162 needs a package of npm; 112 returns `(z, false)`, which is no pair in JavaScript, and 155 finds no digit in 0: both fail their own tests, as
        // node says on stderr.
        new("javascript", "HumanEval-X js", "humaneval-x/humaneval_js.jsonl.gz", 4, static row => Corpus.HumanEvalX("javascript", row), ["JavaScript/162", "JavaScript/112", "JavaScript/155"]),
        new("cpp", "HumanEval-X cpp", "humaneval-x/humaneval_cpp.jsonl.gz", 12, static row => Corpus.HumanEvalX("cpp", row), []),
        new("java", "HumanEval-X java", "humaneval-x/humaneval_java.jsonl.gz", 14, static row => Corpus.HumanEvalX("java", row), []),
        // They return the list as it came where the tests want it reordered or changed (64, 240, 333, 487, 505), join the digits as they stand where the
        // largest number is wanted (57), and search what is not sorted (275): a comparison that minds order and value, as CompareLogic does, refuses them.
        new("csharp", "MBXP csharp", "mbxp/csharp.jsonl", 5, Corpus.Mbxp, ["MBCSP/57", "MBCSP/64", "MBCSP/240", "MBCSP/275", "MBCSP/333", "MBCSP/487", "MBCSP/505"]),
        new("python", "LeetCode", "leetcode/v0.2.0-test.jsonl.gz", 2, Corpus.LeetCode, []),
    ];
}
