namespace Judges.Format.Language;

/// <summary>A run of letters of one script.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Script">The script; <see cref="Script.Other"/> where a spaced word mixes scripts, as homoglyphs do.</param>
internal readonly record struct LanguageUnit(int Start, int Length, Script Script)
{
    public double Weight => Scripts.Weight(Script, Length);

    public static List<LanguageUnit> Of(string text)
    {
        var units = new List<LanguageUnit>();
        for (var at = 0; at < text.Length;)
        {
            var script = Scripts.Of(text[at]);
            if (script is Script.None)
            {
                at++;
                continue;
            }
            var (start, mixed) = (at++, false);
            for (; at < text.Length && Scripts.Of(text[at]) is var next and not Script.None; at++)
            {
                if (next == script)
                    continue;
                if (!Spaced(next) || !Spaced(script))
                    break;
                mixed = true;
            }
            units.Add(new(start, at - start, mixed ? Script.Other : script));
        }
        return units;
    }

    // Latin, Greek and Cyrillic look alike: a word of two of them deceives. Other scripts meet without a space.
    private static bool Spaced(Script script) => script is Script.Latin or Script.Greek or Script.Cyrillic;
}
