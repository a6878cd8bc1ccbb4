namespace Judges.Format.Profiles.RewardKit;

/// <summary>0.2 × different words ÷ words, 0.3 × the same of pairs and 0.5 × of triples. A size with too few words counts 1, unweighted.</summary>
internal sealed class RewardKitDiversity : IScoreProfile
{
    private static readonly double[] Weights = [0.2, 0.3, 0.5];

    public string Name => "reward-kit/diversity";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/repetition.py diversity_reward";

    public double? Score(ProfileSample sample)
    {
        var words = Py.Words((sample.LastTurn ?? "").ToLowerInvariant());
        if (words.Count == 0)
            return 0;
        var score = 0.0;
        for (var size = 1; size <= Weights.Length; size++)
        {
            var grams = NGrams.Of(words, size);
            score += grams.Total == 0 ? 1 : (double)grams.Unique / grams.Total * Weights[size - 1];
        }
        return score;
    }
}
