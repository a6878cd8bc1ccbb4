namespace Judges.Format.Language;

/// <summary>A run of letters of one script.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Script">The script; <see cref="Script.Other"/> where a spaced word mixes scripts, as homoglyphs do.</param>
internal readonly record struct LanguageUnit(int Start, int Length, Script Script)
{
    public int End => Start + Length;

    public double Weight => Scripts.Weight(Script, Length);
}
