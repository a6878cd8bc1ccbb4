using System.Text.Json;
using Judges;
using Symbolics;

namespace MathJudge.Tests.Reports;

/// <summary>A recorded label that the judge does not share.</summary>
/// <param name="Label">Whether the label says that the answer is right.</param>
/// <param name="Found">What the judge says.</param>
internal sealed record Disagreement(string Source, string Id, bool Label, string Found, string Gold, string Answer)
{
    private static readonly Judges.Mathematics.MathJudge s_judge = new();

    /// <summary>The sets: labelled responses, labelled pairs, and reference solutions, whose label is their gold.</summary>
    public static readonly IReadOnlyList<(string Name, Func<string, IEnumerable<(int Judged, Disagreement? Found)>> Judge)> Sets =
    [
        ("labelled responses (policy mathVerify)", static folder => JsonLines.Read(Path.Combine(folder, "model_outputs.jsonl.gz")).Select(Response)),
        ("ZeroEval's pairs (policy default)", static folder => JsonLines.Read(Path.Combine(folder, "zeroeval_pairs.jsonl.gz")).Select(static row => Pair("zeroeval", row))),
        ("MathCoder's pairs (policy default)", static folder => JsonLines.Read(Path.Combine(folder, "mathcoder_minival_pairs.jsonl")).Select(static row => Pair("mathcoder-minival", row))),
        ("reference solutions of MATH and GSM8K (policy mathVerify)", static folder => JsonLines.Read(Path.Combine(folder, "gold_answers.jsonl.gz")).Select(Solution)),
    ];

    private static (int, Disagreement?) Response(JsonElement row)
    {
        if (JsonLines.Truth(row, "label") is not { } label || JsonLines.Word(row, "response") is not { } response || JsonLines.Word(row, "gold") is not { } gold)
            return (0, null);
        return (1, Graded(JsonLines.Word(row, "dataset")!, JsonLines.Word(row, "id")!, label, gold, response));
    }

    private static (int, Disagreement?) Solution(JsonElement row)
    {
        if (JsonLines.Word(row, "dataset") is not ("math-test" or "gsm8k-test") || JsonLines.Word(row, "solution") is not { } solution)
            return (0, null);
        return (1, Graded("solution of " + JsonLines.Word(row, "dataset"), JsonLines.Word(row, "id")!, label: true, JsonLines.Word(row, "gold") ?? JsonLines.Word(row, "answer")!, solution));
    }

    private static (int, Disagreement?) Pair(string source, JsonElement row)
    {
        if (JsonLines.Truth(row, "label") is not { } label || JsonLines.Word(row, "gold") is not { } gold || JsonLines.Word(row, "pred") is not { } answer)
            return (0, null);
        var comparison = Comparison.Of(gold, answer);
        return (1, comparison.Equivalence is Equivalence.Equal == label ? null
            : new(source, JsonLines.Word(row, "id")!, label, $"{comparison.Equivalence} ({comparison.Grounds})", gold, answer));
    }

    private static Disagreement? Graded(string source, string id, bool label, string gold, string response)
    {
        var verdict = s_judge.Grade(new GradeMath { Answer = gold, Response = response, Policy = MathPolicy.MathVerify }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (verdict.Outcome is Outcome.Accepted == label)
            return null;
        var detail = verdict.Detail!.Value;
        var grounds = detail.TryGetProperty("grounds", out var why) ? $" ({why})" : "";
        return new(source, id, label, verdict.Outcome + grounds, gold, detail.TryGetProperty("answer", out var answer) ? answer.GetString()! : "…" + response[Math.Max(0, response.Length - 120)..]);
    }
}
