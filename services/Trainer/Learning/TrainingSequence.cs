using Judges.Training.Generation;

namespace Judges.Training.Learning;

/// <summary>A rollout to learn from.</summary>
/// <param name="Prompt">What was asked.</param>
/// <param name="Completion">What was answered.</param>
/// <param name="Advantage">How much better than its siblings that was.</param>
/// <param name="Exploration">What the entropy bonus of its tokens is multiplied by: less where there is nothing left to find.</param>
public sealed record TrainingSequence(int[] Prompt, Completion Completion, double Advantage, double Exploration = 1);
