using Judges.Standalone.Judging;

namespace Judges.Standalone.Evaluation;

/// <summary>From verdicts to numbers. The unit is the problem: samples of one problem are not independent of each other.</summary>
internal static class Summary
{
    public static Evaluation Of(IReadOnlyList<ProblemTally> problems, int[]? ks, int unreadable, TimeSpan elapsed)
    {
        var scored = problems.Select(Score).ToList();
        var judged = scored.Where(static p => p.Samples > 0).ToList();
        var most = judged.Count == 0 ? 0 : judged.Max(static p => p.Samples);
        ks ??= [.. PowersOfTwo(most)];
        return new Evaluation
        {
            Problems = problems.Count,
            Samples = judged.Sum(static p => p.Samples),
            JudgeErrors = scored.Sum(static p => p.JudgeErrors),
            UnreadableLines = unreadable,
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
            Accuracy = Measure.Of([.. judged.Select(static p => (double)p.Passed / p.Samples)]),
            Reward = Measure.Of([.. judged.Select(static p => p.MeanReward!.Value)]),
            PassAtK = [.. ks.Select(k => MeasureAtK.Of(k, [.. judged.Where(p => p.Samples >= k).Select(p => Estimators.PassAtK(p.Samples, p.Passed, k))]))],
            MajAtK = MajAtK(problems, ks),
            Outcomes = problems.SelectMany(static p => p.Verdicts).GroupBy(static v => v.Outcome).OrderBy(static g => g.Key)
                .ToDictionary(static g => g.Key.OnTheWire, static g => g.Count()),
            PerProblem = scored,
        };
    }

    private static List<MeasureAtK> MajAtK(IReadOnlyList<ProblemTally> problems, int[] ks)
    {
        var voting = problems.Where(static p => p.Votes.Count > 0).ToList();
        return voting.Count == 0
            ? []
            : [.. ks.Select(k => MeasureAtK.Of(k, [.. voting.Where(p => p.Votes.Count >= k).Select(p => Majority.AtK(p.Votes, k, seed: 0))]))];
    }

    private static ProblemScore Score(ProblemTally problem)
    {
        var judged = problem.Judged.ToList();
        return new ProblemScore(
            problem.Name, problem.Judge, judged.Count, judged.Count(static v => v.Passed), problem.Verdicts.Count - judged.Count,
            judged.Count == 0 ? null : judged.Average(static v => v.Reward!.Value), problem.MajorityAnswer);
    }

    private static IEnumerable<int> PowersOfTwo(int most)
    {
        for (var k = 1; k <= most; k *= 2)
            yield return k;
    }
}
