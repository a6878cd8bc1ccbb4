
namespace Judges.Training.Runs;

/// <summary>What a run has to remember besides the policy and the optimizer.</summary>
internal sealed class RunState
{
    private const double SolvedMemory = 0.95;

    /// <summary>Steps taken.</summary>
    public int Step { get; set; }

    public long NextGroup { get; set; }

    /// <summary>The step that the run ends with because the tasks are solved, once that is known.</summary>
    public int? LandingAt { get; set; }

    /// <summary>A running mean of the share of rollouts that solved their problem, by task, from 0.</summary>
    public Dictionary<string, double> Solved { get; set; } = [];

    /// <summary>Time spent, over all resumptions.</summary>
    public double Seconds { get; set; }

    /// <summary>Training rollouts.</summary>
    public long Rollouts { get; set; }

    /// <summary>Verdicts on them.</summary>
    public long Verdicts { get; set; }

    /// <summary>Rollouts dropped because a judge could not judge them.</summary>
    public long JudgeErrors { get; set; }

    public EvaluationRecord? Before { get; set; }

    public IReadOnlyList<SampleRecord> SamplesBefore { get; set; } = [];

    public void Count(RolloutBatch batch)
    {
        foreach (var (task, share) in Scoreboard.SolvedByTask(batch.Groups.SelectMany(static group => group.Rollouts)))
            Solved[task] = SolvedMemory * Solved.GetValueOrDefault(task) + (1 - SolvedMemory) * share;
        foreach (var rollout in batch.Groups.SelectMany(static group => group.Rollouts))
        {
            Rollouts++;
            Verdicts += rollout.Verdicts.Count;
            JudgeErrors += Scoreboard.HasJudgeError(rollout) ? 1 : 0;
        }
    }
}
