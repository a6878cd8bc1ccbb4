namespace Judges.Format.Language;

/// <summary>What a unit counts for before its sentence is looked at.</summary>
internal enum WordKind : byte
{
    Own,
    Foreign,

    /// <summary>Neither for nor against.</summary>
    Neutral,

    /// <summary>Capitals as in an acronym, unless more of them follow.</summary>
    Capitals,

    /// <summary>Of another script, and neutral while there are few of the kind: names in Latin letters, Han in Korean.</summary>
    Guest,
}

/// <summary>Sorts units into kinds: by their script, then by what they are and what stands around them.</summary>
internal sealed class WordKinds(KnownLanguage target, string? prompt, IReadOnlyList<string>? allowed)
{
    private const int LongestAcronym = 6;

    // Few texts have words that ask for it.
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _quoted;

    public WordKind Of(ReadOnlySpan<char> text, LanguageUnit unit)
    {
        var own = target.Writes(unit.Script);
        var word = text.Slice(unit.Start, unit.Length);
        if (!own && (_quoted ??= Quoted(prompt, allowed).GetAlternateLookup<ReadOnlySpan<char>>()).Contains(word))
            return WordKind.Neutral;
        if (unit.Script is Script.Latin or Script.Greek)
            return Alphabetic(text, unit, word, own);
        if (own)
            return WordKind.Own;
        return unit.Script switch
        {
            Script.Han when target.Script is Script.Hangul => WordKind.Guest,
            Script.Kana when target.Script is Script.Han && unit.Length == 1 => WordKind.Neutral,
            _ => WordKind.Foreign,
        };
    }

    private static WordKind Alphabetic(ReadOnlySpan<char> text, LanguageUnit unit, ReadOnlySpan<char> word, bool own)
    {
        if (NeutralWords.Joined(text, unit.Start, unit.End))
            return WordKind.Neutral;
        var capital = char.IsUpper(word[0]);
        if (capital && word.Length is > 1 and <= LongestAcronym && !word.ContainsAnyExceptInRange('A', 'Z'))
            return WordKind.Capitals;
        if (own)
            return WordKind.Own;
        if (word.Length == 1 || NeutralWords.Identifier(text, unit.Start, unit.End) || NeutralWords.Measures(text, unit.Start, unit.End))
            return WordKind.Neutral;
        return capital && unit.Script is Script.Latin ? WordKind.Guest : WordKind.Foreign;
    }

    private static HashSet<string> Quoted(string? prompt, IReadOnlyList<string>? allowed)
    {
        HashSet<string> words = [.. allowed ?? []];
        var units = new UnitReader(prompt);
        while (units.TryNext(out var unit))
            words.Add(prompt!.Substring(unit.Start, unit.Length));
        return words;
    }
}
