using Judges.Training.Learning;
using Judges.Training.Rollouts;

namespace Judges.Training.Runs;

/// <summary>A judged group with its rewards and advantages.</summary>
internal sealed record ScoredGroup(RolloutGroup Group, double?[] Rewards, double[] Advantages)
{
    /// <summary>Rollouts that a judge could not judge have no reward and take no part in the group's statistics.</summary>
    public static ScoredGroup Score(RolloutGroup group, Rubric rubric, LengthPenalty penalty, AdvantageEstimator estimator)
    {
        double?[] rewards = [.. group.Rollouts.Select(rollout => rubric.Score(rollout.Verdicts) - penalty.Of(rollout.Completion))];
        return new ScoredGroup(group, rewards, estimator.Estimate(rewards));
    }

    /// <summary>Whether all rewards are alike, so that the group teaches nothing.</summary>
    public bool Uniform => Rewards.OfType<double>().Distinct().Count() <= 1;

    /// <summary>What the learner trains on.</summary>
    /// <param name="exploration">What the entropy bonus of this group's tokens is multiplied by.</param>
    public IEnumerable<TrainingSequence> Sequences(double exploration) => Group.Rollouts
        .Where((_, i) => Rewards[i] is not null)
        .Select(rollout => new TrainingSequence(Group.PromptTokens, rollout.Completion, Advantages[rollout.Id.Index], exploration));
}
