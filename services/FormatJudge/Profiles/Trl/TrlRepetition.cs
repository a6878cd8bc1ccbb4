namespace Judges.Format.Profiles.Trl;

/// <summary>(1 − different n-grams ÷ n-grams) × max_penalty over token ids.</summary>
internal sealed class TrlRepetition : IScoreProfile
{
    public string Name => "trl/repetition";

    public string Source => "huggingface/trl@f2cd577:trl/rewards/other_rewards.py repetition_penalty_reward";

    public (double Worst, double Best) Range(ProfileParams parameters) => (parameters.Number("max_penalty", -1), 0);

    public double? Score(ProfileSample sample)
    {
        var tokens = sample.TokenIds ?? throw new ProfileException("this profile looks at token ids: give `tokenIds`");
        var grams = NGrams.Of(tokens, sample.Parameters.Count("ngram_size", 3));
        return grams.Total == grams.Unique ? 0 : (1 - (double)grams.Unique / grams.Total) * sample.Parameters.Number("max_penalty", -1);
    }
}
