namespace Judges.Format.Profiles.OpenR1;

/// <summary>(1 − different n-grams ÷ n-grams) × max_penalty over lower-cased words between white space; fewer than n words cost nothing.</summary>
internal sealed class OpenR1Repetition : IScoreProfile
{
    public string Name => "open-r1/repetition";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py repetition_penalty_reward";

    public (double Worst, double Best) Range(ProfileParams parameters) => (parameters.Number("max_penalty", -1), 0);

    public double? Score(ProfileSample sample)
    {
        if (sample.Parameters.Text("language", "en") is not "en")
            throw new ProfileException("parameter `language` must be `en`: the peer segments Chinese with jieba, which is not here");
        var penalty = sample.Parameters.Number("max_penalty", -1);
        if (penalty > 0)
            throw new ProfileException("parameter `max_penalty` must not be above 0");
        var grams = NGrams.Of(Py.Words(sample.Text.ToLowerInvariant()), sample.Parameters.Count("ngram_size", 3));
        return grams.Total == 0 ? 0 : (1 - (double)grams.Unique / grams.Total) * penalty;
    }
}
