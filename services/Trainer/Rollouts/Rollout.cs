using Judges.Training.Generation;
using Judges.Training.Tasks;

namespace Judges.Training.Rollouts;

/// <summary>Which rollout of a run.</summary>
/// <param name="Group">The group's number in the run.</param>
/// <param name="Index">The place in the group, from 0.</param>
internal readonly record struct RolloutId(long Group, int Index);

/// <summary>One sampled answer on its way from the policy to the learner.</summary>
internal sealed class Rollout
{
    public required RolloutId Id { get; init; }

    public required Problem Problem { get; init; }

    public required Completion Completion { get; init; }

    /// <summary>The completion's text: what the judges read.</summary>
    public required string Text { get; init; }

    /// <summary>The verdicts by judge; complete once the group is judged.</summary>
    public Dictionary<string, Verdict> Verdicts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the judge that decides this problem accepted it.</summary>
    public bool Solved => Verdicts.TryGetValue(Problem.SolvedBy, out var verdict) && verdict.Passed;
}

/// <summary>The rollouts of one prompt.</summary>
internal sealed record RolloutGroup(long Number, Problem Problem, int[] PromptTokens, IReadOnlyList<Rollout> Rollouts);
