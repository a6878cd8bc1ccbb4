namespace Judges.Format.Profiles.Verl;

/// <summary>min(−(length − (max − buffer)) ÷ buffer × factor, 0), not clamped beyond max.</summary>
internal sealed class VerlOverlong : IScoreProfile
{
    public string Name => "verl/dapo-overlong";

    public string Source => "volcengine/verl@b178a3c:verl/workers/reward_manager/dapo.py";

    public (double Worst, double Best) Range(ProfileParams parameters) => (-parameters.Number("penalty_factor", 1), 0);

    public double? Score(ProfileSample sample) => Overlong.Penalty(
        sample.TokenCount,
        sample.Parameters.Number("max_resp_len", 20480),
        sample.Parameters.Number("len", 4096),
        sample.Parameters.Number("penalty_factor", 1));
}
