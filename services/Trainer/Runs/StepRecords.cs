using Judges.Training.Learning;

namespace Judges.Training.Runs;

/// <summary>Makes a step's record from what happened in it.</summary>
internal static class StepRecords
{
    /// <param name="metrics">What the update measured, or null when no rollout could be kept.</param>
    public static StepRecord Create(
        int step, RolloutBatch batch, IReadOnlyList<ScoredGroup> scored, StepMetrics? metrics, TimeSpan updating, TimeSpan total)
    {
        var rollouts = batch.Groups.SelectMany(static group => group.Rollouts).ToList();
        return new StepRecord
        {
            Step = step,
            Reward = scored.SelectMany(static group => group.Rewards).OfType<double>().DefaultIfEmpty(0).Average(),
            RewardByJudge = Scoreboard.RewardByJudge(rollouts),
            Accuracy = Scoreboard.SolvedByTask(rollouts),
            FormatAccepted = Scoreboard.FormatAccepted(rollouts),
            Length = rollouts.Average(static rollout => rollout.Completion.Tokens.Count),
            Truncated = rollouts.Average(static rollout => rollout.Completion.FinishReason is FinishReason.Length ? 1.0 : 0.0),
            UniformGroups = scored.Average(static group => group.Uniform ? 1.0 : 0.0),
            JudgeErrors = rollouts.Count(Scoreboard.HasJudgeError),
            Entropy = metrics?.Entropy ?? 0,
            Loss = metrics?.Loss ?? 0,
            GradNorm = metrics?.GradNorm ?? 0,
            ClipFraction = metrics?.ClipFraction ?? 0,
            Kl = metrics?.Kl ?? 0,
            LearningRate = metrics?.LearningRate ?? 0,
            ExpertLoad = metrics?.ExpertLoadMaxOverMean ?? 0,
            Tokens = rollouts.Sum(static rollout => rollout.Completion.Tokens.Count),
            Verdicts = rollouts.Sum(static rollout => rollout.Verdicts.Count),
            Seconds = new StepSeconds(batch.Generating.TotalSeconds, batch.Waiting.TotalSeconds, updating.TotalSeconds, total.TotalSeconds),
        };
    }
}
