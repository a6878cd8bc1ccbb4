namespace Judges.Format.Profiles.Nemo;

/// <summary>
/// Shapes another reward, <c>reward_in</c>: × <c>stop_properly_penalty_coef</c> where the response was cut off, and
/// + min(−(length − (max − buffer)) ÷ buffer × penalty, 0) for its length in tokens, not clamped beyond max.
/// </summary>
internal sealed class NemoShaping : IScoreProfile
{
    public string Name => "nemo/reward-shaping";

    public string Source => "NVIDIA-NeMo/RL@7ea279a:nemo_rl/algorithms/reward_functions.py apply_reward_shaping";

    public double? Score(ProfileSample sample)
    {
        var parameters = sample.Parameters;
        var reward = parameters.Number("reward_in") ?? throw new ProfileException("parameter `reward_in` must be the reward to shape");
        if (parameters.Number("stop_properly_penalty_coef") is { } coefficient)
            return parameters.Flag("truncated") is true ? reward * coefficient : reward;
        return reward + Overlong.Penalty(
            sample.TokenCount,
            parameters.Number("max_response_length", 0),
            parameters.Number("overlong_buffer_length", 0),
            parameters.Number("overlong_buffer_penalty", 1));
    }
}
