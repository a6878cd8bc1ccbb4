namespace Judges.Format.Language;

/// <summary>The language that a text is most likely in.</summary>
/// <param name="Code">ISO 639-1, or null where the text says nothing.</param>
/// <param name="Margin">How far it is ahead of the second.</param>
internal readonly record struct LanguageGuess(string? Code, double Margin)
{
    /// <summary>Among all languages: the script with most characters first, then the languages of that script.</summary>
    public static LanguageGuess Of(string text)
    {
        Span<int> letters = stackalloc int[(int)Script.Other + 1];
        foreach (var character in text)
            letters[(int)Scripts.Of(character)]++;
        letters[(int)Script.None] = 0;
        // Japanese is Han with kana among it.
        if (letters[(int)Script.Kana] > 0 && letters[(int)Script.Kana] * 8 >= letters[(int)Script.Han])
            return new("ja", letters[(int)Script.Kana]);
        var most = Script.None;
        for (var script = Script.Latin; script < Script.Other; script++)
        {
            if (letters[(int)script] > letters[(int)most])
                most = script;
        }
        return LanguageDetector.Of(most) is { } detector ? Among(detector, text, null) : default;
    }

    /// <summary>Among the languages of one script; where two are even, <paramref name="favoured"/> wins.</summary>
    public static LanguageGuess Among(LanguageDetector detector, string text, string? favoured)
    {
        Span<double> scores = stackalloc double[detector.Languages.Count];
        scores.Clear();
        var lower = text.ToLowerInvariant();
        for (var at = 0; at < lower.Length;)
        {
            var start = at;
            while (at < lower.Length && Scripts.Of(lower[at]) is not Script.None)
                at++;
            if (at > start)
                detector.Weigh(lower.AsSpan(start, at - start), scores);
            else
                at++;
        }
        var (best, second) = (-1, double.NegativeInfinity);
        for (var at = 0; at < scores.Length; at++)
        {
            if (best < 0 || scores[at] > scores[best] || (scores[at] == scores[best] && detector.Languages[at].Code == favoured))
                (second, best) = (best < 0 ? second : scores[best], at);
            else
                second = Math.Max(second, scores[at]);
        }
        return new(detector.Languages[best].Code, double.IsFinite(second) ? scores[best] - second : 1);
    }
}
