using Symbolics;

namespace Judges.Mathematics;

/// <summary>Explains to a person how a gold and an answer are read and why they are, or are not, the same: <c>./judges math</c>.</summary>
public static class MathExplanation
{
    /// <summary>The explanation, one step per line: what it is about and what was found.</summary>
    /// <param name="gold">The gold answer.</param>
    /// <param name="text">A response, or an answer alone where nothing in it marks one.</param>
    /// <param name="policy">The policy; null for the default one.</param>
    public static IReadOnlyList<(string Step, string Found)> Of(string gold, string text, MathPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(text);
        var rules = GradingRules.Of(policy);
        var extraction = AnswerExtractor.Extract(text, rules.Scope);
        var steps = new List<(string, string)> { ("policy", rules.Comparison.Name), ("gold", gold) };
        if (extraction is { Unclosed: true })
        {
            steps.AddRange([("answer", text), ("verdict", "malformed: " + MathDetail.NeverClosed)]);
            return steps;
        }
        var answer = extraction is { } found ? found.Of(text).ToString() : text;
        var explanation = Explanation.Of(gold, answer, rules.Comparison);
        steps.AddRange(
        [
            ("  read as", explanation.Gold ?? "not understood: equal only to the same text"),
            ("answer", answer),
            ("  found by", extraction is { } mark ? $"{mark.Rule} at {mark.Start}..{mark.End}" : "nothing marks an answer, so the whole text is taken for it (a grading would say noAnswer)"),
            ("  read as", explanation.Answer ?? "not understood: equal only to the same text"),
            ("verdict", $"{explanation.Comparison.Equivalence} ({explanation.Comparison.Grounds})"),
            ("  because", explanation.Reason),
        ]);
        return steps;
    }
}
