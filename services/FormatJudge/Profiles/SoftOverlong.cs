namespace Judges.Format.Profiles;

/// <summary>DAPO, equation 13: 0 up to max − cache tokens, then down to −1 at max, and −1 beyond.</summary>
internal sealed class SoftOverlong(string name, string source) : IScoreProfile
{
    public string Name => name;

    public string Source => source;

    public (double Worst, double Best) Range(ProfileParams parameters) => (-1, 0);

    public double? Score(ProfileSample sample)
    {
        var most = sample.Parameters.Number("max_completion_len", 16384);
        var cache = sample.Parameters.Number("soft_punish_cache", 4096);
        var length = sample.TokenCount;
        if (length <= most - cache)
            return 0;
        return length <= most ? (most - cache - length) / cache : -1;
    }
}
