using Judges.Hosting;
using Symbolics;

namespace Judges.Mathematics;

/// <summary>Says whether the response's final answer equals the gold answer: exactly, in linear time, the same on every machine.</summary>
public sealed partial class MathJudge : IJudge<GradeMath>
{
    private readonly GoldCache _golds = new();

    public string Name => JudgeNames.Math;

    public string Version { get; } = typeof(MathJudge).Assembly.GetName().Version!.ToString(3);

    public ValueTask<Verdict> Grade(GradeMath request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Grade(request));
    }

    private Verdict Grade(GradeMath request)
    {
        var rules = GradingRules.Of(request);
        if (AnswerExtractor.Extract(request.Response, rules.Scope, request.ReadThoughts) is not { } extraction)
            return Verdict(Outcome.NoAnswer, 0, new() { Policy = rules.Name, Rules = rules.Changes, Reason = MathDetail.NothingMarked });
        if (extraction.Unclosed)
            return Verdict(Outcome.Malformed, 0, MathDetail.Of(extraction, []) with { Reason = MathDetail.NeverClosed });
        var answer = request.Response.AsSpan(extraction.Start, extraction.Length);
        var detail = MathDetail.Of(extraction, answer) with { Policy = rules.Name, Rules = rules.Changes };
        if (answer.IsWhiteSpace())
            return Verdict(Outcome.NoAnswer, 0, detail with { Reason = "the marked answer is empty" });
        return request.Credit switch
        {
            MathCredit.Digits => ByDigits(request.Answer, answer, detail),
            _ => Exactly(request.Answer, answer, rules.Comparison, detail),
        };
    }

    private Verdict Exactly(string gold, ReadOnlySpan<char> answer, ComparisonPolicy policy, MathDetail detail)
    {
        var comparison = Comparison.Of(_golds.Of(gold), answer, policy);
        detail = detail with { Equivalence = comparison.Equivalence, Grounds = comparison.Grounds };
        if (comparison.Equivalence is Equivalence.Undecided)
        {
            string? opinion = null;
            Consult(gold, answer.ToString(), ref opinion);
            detail = detail with { SecondOpinion = opinion };
        }
        return comparison.Equivalence is Equivalence.Equal
            ? Verdict(Outcome.Accepted, 1, detail)
            : Verdict(Outcome.WrongAnswer, 0, detail);
    }

    /// <summary>Another program's opinion where ours is undecided; nothing unless the host was built with official packages.</summary>
    partial void Consult(string gold, string answer, ref string? opinion);

    private Verdict ByDigits(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer, MathDetail detail)
    {
        var share = DigitCredit.Share(gold, answer);
        var outcome = share switch
        {
            1 => Outcome.Accepted,
            > 0 => Outcome.PartiallyCorrect,
            _ => Outcome.WrongAnswer,
        };
        return Verdict(outcome, share, detail with { DigitShare = share });
    }

    private Verdict Verdict(Outcome outcome, double reward, MathDetail detail) => new()
    {
        Judge = Name,
        Outcome = outcome,
        Reward = reward,
        Detail = detail.ToJson(),
        JudgeVersion = Version,
    };
}
