namespace Judges.Format.Language;

/// <summary>The language that a text is most likely in.</summary>
/// <param name="Language">The language, or null where the text says nothing.</param>
/// <param name="Margin">How far it is ahead of the second, in sixteenths of a natural logarithm; 0 where the script alone decides.</param>
internal readonly record struct LanguageGuess(KnownLanguage? Language, int Margin)
{
    /// <summary>The script with most words first, then the languages of that script.</summary>
    public static LanguageGuess Of(ReadOnlySpan<char> text)
    {
        Span<double> words = stackalloc double[(int)Script.Other + 1];
        words.Clear();
        var units = new UnitReader(text);
        while (units.TryNext(out var unit))
            words[(int)unit.Script] += unit.Weight;
        // Japanese is Han with kana among it.
        if (words[(int)Script.Kana] * 8 >= words[(int)Script.Han])
            words[(int)Script.Kana] += words[(int)Script.Han];
        var most = Script.None;
        for (var script = Script.Latin; script < Script.Other; script++)
        {
            if (words[(int)script] > words[(int)most])
                most = script;
        }
        if (most is Script.None)
            return default;
        return LanguageFamily.Of(most) is { } family ? Among(text, most, family) : new(KnownLanguages.InOrder.First(language => language.Script == most), 0);
    }

    private static LanguageGuess Among(ReadOnlySpan<char> text, Script script, LanguageFamily family)
    {
        Span<int> sums = stackalloc int[LanguageTable.Lanes];
        sums.Clear();
        var units = new UnitReader(text);
        while (units.TryNext(out var unit))
        {
            if (unit.Script != script)
                continue;
            var said = family.Weigh(text.Slice(unit.Start, unit.Length));
            for (var lane = 0; lane < sums.Length; lane++)
                sums[lane] += said[lane];
        }
        var (best, second) = (-1, int.MinValue);
        foreach (var language in KnownLanguages.Lanes)
        {
            if (language.Script != script)
                continue;
            var sum = sums[language.Lane!.Value];
            if (best < 0 || sum > sums[best])
                (second, best) = (best < 0 ? second : sums[best], language.Lane.Value);
            else
                second = Math.Max(second, sum);
        }
        return new(KnownLanguages.Lanes[best], sums[best] - second);
    }
}
