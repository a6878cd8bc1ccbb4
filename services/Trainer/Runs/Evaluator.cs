using Judges.Training.Rollouts;

namespace Judges.Training.Runs;

/// <summary>Held-out problems, greedy decoding, the same judges over the same bus.</summary>
internal sealed class Evaluator(Rollouter rollouter, RolloutJudging judging, string run)
{
    private const int BatchSize = 256;

    /// <param name="tasks">The tasks to evaluate.</param>
    /// <param name="problems">Held-out problems of each task, at most.</param>
    /// <param name="samples">How many rollouts to keep for people to read.</param>
    /// <param name="step">After how many steps this is.</param>
    public async Task<(EvaluationRecord Record, IReadOnlyList<SampleRecord> Samples)> Evaluate(
        IReadOnlyList<Mixture> tasks, int problems, int samples, int step, CancellationToken cancellationToken)
    {
        var rollouts = new List<Rollout>();
        foreach (var task in tasks)
        {
            var greedy = task.Sampling with { Greedy = true };
            foreach (var batch in task.Task.HeldOut(problems).Chunk(BatchSize))
            {
                var groups = await rollouter.Answer(batch, groupSize: 1, greedy, sampling: 0, cancellationToken);
                await judging.Settle(run, groups, cancellationToken);
                rollouts.AddRange(groups.SelectMany(static group => group.Rollouts));
            }
        }
        var record = new EvaluationRecord(
            step,
            Scoreboard.SolvedByTask(rollouts),
            Scoreboard.FormatAccepted(rollouts),
            rollouts.CountBy(static rollout => rollout.Problem.Task).ToDictionary(),
            rollouts.Count(Scoreboard.HasJudgeError));
        var perTask = (samples + tasks.Count - 1) / tasks.Count;
        var shown = rollouts.GroupBy(static rollout => rollout.Problem.Task).SelectMany(group => group.Take(perTask)).Take(samples);
        return (record, [.. shown.Select(Scoreboard.Sample)]);
    }
}
