using Judges.Mathematics;
using Symbolics;

namespace MathJudge.Tests;

/// <summary>Other projects' own test pairs, read and compared as the project does: what marks an answer, what counts as the same.</summary>
public class ProjectTests(ITestOutputHelper output)
{
    private static readonly (string Project, ExtractionScope Scope, ComparisonPolicy Policy)[] s_projects =
    [
        ("hendrycks", ExtractionScope.LastBox, ComparisonPolicy.Hendrycks),
        ("nemo-skills", ExtractionScope.LastBox, ComparisonPolicy.Hendrycks),
        ("mario-eval", ExtractionScope.LastBox, ComparisonPolicy.PrimeMath),
        ("skythought", ExtractionScope.LastBox, ComparisonPolicy.PrimeMath),
        ("simple-evals", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("slime", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("areal", ExtractionScope.Anything, ComparisonPolicy.MathVerify),
        ("lighteval", ExtractionScope.Anything, ComparisonPolicy.MathVerify),
        ("rllm", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("trl", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("open-r1", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("ms-swift", ExtractionScope.Marked, ComparisonPolicy.Default),
        ("torchtitan", ExtractionScope.MarkedOrAnnounced, ComparisonPolicy.Default),
        ("helm", ExtractionScope.Anything, ComparisonPolicy.Default),
        ("nemo-rl", ExtractionScope.Anything, ComparisonPolicy.MathVerify),
        ("nemo-gym", ExtractionScope.Anything, ComparisonPolicy.MathVerify),
        ("open-instruct", ExtractionScope.Anything, ComparisonPolicy.Default),
        ("pi-verifiers", ExtractionScope.LastBox, ComparisonPolicy.Default),
        ("eval-protocol", ExtractionScope.MarkedOrAnnounced, ComparisonPolicy.Default with { Name = "tolerance 0.01", RelativeTolerance = 1e-2 }),
    ];

    [Fact]
    public void Ninety_seven_of_a_hundred_pairs_agree_with_their_projects()
    {
        var (all, right) = (0, 0);
        foreach (var row in Corpora.Rows("other_cases.jsonl"))
        {
            if (row.Text("kind") is not "pair" || row.Flag("expected") is not { } expected || row.Text("gold") is not { } gold || row.Text("pred") is not { } answer)
                continue;
            var id = row.Text("id")!;
            var (_, scope, policy) = s_projects.Single(project => id.StartsWith(project.Project + "/", StringComparison.Ordinal));
            if (row.Places() is { } places)
                policy = policy with { AbsoluteTolerance = 0.5 * Math.Pow(10, -places) };
            var wanted = gold.Contains(@"\boxed", StringComparison.Ordinal) || gold.Contains("nswer is", StringComparison.Ordinal) ? Extracted(gold, ExtractionScope.Anything) ?? gold : gold;
            var given = row.Text("pred_form") is "bare answer" ? answer : Extracted(answer, scope);
            var equal = given is not null && Comparison.Of(wanted, given, policy).Equivalence is Equivalence.Equal;
            if (equal != expected && Conventions.Reason(id) is { } reason)
            {
                output.WriteLine($"{id}: left out, {reason}");
                continue;
            }
            all++;
            right += equal == expected ? 1 : 0;
            if (equal != expected)
                output.WriteLine($"{id}: expected {expected}: {wanted} | {given ?? "nothing"}");
        }
        output.WriteLine($"other_cases: {right} of {all} agree");

        Assert.True(right >= all * 0.97, $"{right} of {all}");
    }

    private static string? Extracted(string text, ExtractionScope scope) =>
        AnswerExtractor.Extract(text, scope) is { Unclosed: false } found ? text.Substring(found.Start, found.Length) : null;
}
