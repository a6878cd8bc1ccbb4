using System.Text.Json;
using Judges.Hosting;

namespace Judges.Standalone.Evaluation;

/// <summary>
/// Sorts the answers to one math problem into classes of equal answers. Right answers equal the gold answer and so each other; wrong
/// ones are compared by the math judge itself, so that 0.5 and 1/2 vote together.
/// </summary>
internal sealed class AnswerClasses(JudgePanel panel)
{
    /// <summary>The judge cuts longer answers in its evidence: two that begin alike may differ.</summary>
    private const int LongestComparable = 255;

    private readonly List<string> _wrong = [];

    /// <summary>The number of the verdict's class: 0 the right one, −1 no answer.</summary>
    public async ValueTask<int> Of(Verdict verdict, CancellationToken cancellationToken)
    {
        if (verdict.Outcome is Outcome.Accepted)
            return 0;
        if (Answer(verdict) is not { } answer)
            return -1;
        for (var known = 0; known < _wrong.Count; known++)
        {
            if (await Same(answer, _wrong[known], cancellationToken))
                return known + 1;
        }
        _wrong.Add(answer);
        return _wrong.Count;
    }

    /// <summary>The answer that the judge found in the response: <c>detail.answer</c>.</summary>
    public static string? Answer(Verdict verdict) =>
        verdict.Detail is { ValueKind: JsonValueKind.Object } detail
        && detail.TryGetProperty("answer", out var answer) && answer.ValueKind is JsonValueKind.String
        && answer.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    private async ValueTask<bool> Same(string left, string right, CancellationToken cancellationToken)
    {
        if (left == right)
            return true;
        if (left.Length > LongestComparable || right.Length > LongestComparable)
            return false;
        var verdict = await panel.Grade(new GradeMath { Response = $@"\boxed{{{left}}}", Answer = right }, cancellationToken);
        return verdict.Passed;
    }
}
