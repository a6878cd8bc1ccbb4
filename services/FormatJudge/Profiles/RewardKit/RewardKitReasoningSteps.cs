using System.Text.RegularExpressions;

namespace Judges.Format.Profiles.RewardKit;

/// <summary>min(1, steps ÷ min_steps); with <c>max_steps</c> (steps − min + 1) ÷ (max − min + 1).</summary>
internal sealed class RewardKitReasoningSteps : IScoreProfile
{
    private static readonly Regex Step = Py.Pattern(
        @"(?:Step\s+\d+[:.]\s+)|(?:^\s*\d+\.\s+)|(?:\n\s*\d+\.\s+)|(?:\n\s*-\s+)|(?:\n\s*\*\s+)"
            + @"|(?:\b(?:First|Second|Third|Fourth|Fifth|Next|Then|Finally)[,:])|(?:\b(?:Let's|I will|To solve this|To begin)[,:])",
        Py.Multiline);

    public string Name => "reward-kit/reasoning-steps";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/reasoning_steps.py reasoning_steps_reward";

    public double? Score(ProfileSample sample)
    {
        var steps = Step.Count(sample.LastTurn ?? "");
        double least = sample.Parameters.Count("min_steps", 3);
        if (steps == 0)
            return 0;
        return sample.Parameters.Number("max_steps") is { } most
            ? Math.Clamp((steps - least + 1) / (most - least + 1), 0, 1)
            : Math.Min(1, steps / least);
    }
}
