using Judges.Training.Generation;

namespace Judges.Training.Learning;

/// <summary>A rollout to learn from: what was asked, what was answered, and how much better than its siblings that was.</summary>
public sealed record TrainingSequence(int[] Prompt, Completion Completion, double Advantage);
