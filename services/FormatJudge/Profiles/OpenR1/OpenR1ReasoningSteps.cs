using System.Text.RegularExpressions;

namespace Judges.Format.Profiles.OpenR1;

/// <summary>min(1, n / 3) for n marks of a step. <c>^</c> without MULTILINE: a numbered line counts only at the very beginning.</summary>
internal sealed class OpenR1ReasoningSteps : IScoreProfile
{
    private static readonly Regex Step = Py.Pattern(@"(Step \d+:|^\d+\.|\n-|\n\*|First,|Second,|Next,|Finally,)");

    public string Name => "open-r1/reasoning-steps";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py reasoning_steps_reward";

    public double? Score(ProfileSample sample) => Math.Min(1, Step.Count(sample.Text) / 3.0);
}
