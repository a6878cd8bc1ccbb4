using Judges.Training.Rollouts;

namespace Judges.Training.Runs;

/// <summary>Shares and means over judged rollouts.</summary>
internal static class Scoreboard
{
    /// <summary>The share of rollouts that solved their problem, by task; rollouts that could not be judged are left out.</summary>
    public static SortedDictionary<string, double> SolvedByTask(IEnumerable<Rollout> rollouts) => MeanBy(
        rollouts.Where(static rollout => !IsJudgeError(rollout, rollout.Problem.SolvedBy)),
        static rollout => [(rollout.Problem.Task, rollout.Solved ? 1.0 : 0.0)]);

    /// <summary>The mean reward by judge, before weighting.</summary>
    public static SortedDictionary<string, double> RewardByJudge(IEnumerable<Rollout> rollouts) => MeanBy(
        rollouts,
        static rollout => rollout.Verdicts.Where(static pair => pair.Value.Reward is not null).Select(static pair => (pair.Key, pair.Value.Reward!.Value)));

    /// <summary>The share of rollouts that FormatJudge accepted.</summary>
    public static double FormatAccepted(IEnumerable<Rollout> rollouts) => rollouts
        .Where(static rollout => rollout.Verdicts.ContainsKey(JudgeNames.Format) && !IsJudgeError(rollout, JudgeNames.Format))
        .Select(static rollout => rollout.Verdicts[JudgeNames.Format].Passed ? 1.0 : 0.0)
        .DefaultIfEmpty(0).Average();

    /// <summary>Whether any judge failed on the rollout.</summary>
    public static bool HasJudgeError(Rollout rollout) => rollout.Verdicts.Values.Any(static verdict => verdict.Outcome is Outcome.JudgeError);

    public static SampleRecord Sample(Rollout rollout) => new(
        rollout.Problem.Task, rollout.Problem.Prompt, rollout.Problem.GroundTruth, rollout.Text,
        new SortedDictionary<string, string>(
            rollout.Verdicts.ToDictionary(static pair => pair.Key, static pair => Name(pair.Value.Outcome)), StringComparer.Ordinal));

    private static bool IsJudgeError(Rollout rollout, string judge) => rollout.Verdicts[judge].Outcome is Outcome.JudgeError;

    private static string Name(Outcome outcome) => char.ToLowerInvariant(outcome.ToString()[0]) + outcome.ToString()[1..];

    private static SortedDictionary<string, double> MeanBy(
        IEnumerable<Rollout> rollouts, Func<Rollout, IEnumerable<(string Name, double Value)>> values) => new(
        rollouts.SelectMany(values).GroupBy(static pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Average(static pair => pair.Value)),
        StringComparer.Ordinal);
}
