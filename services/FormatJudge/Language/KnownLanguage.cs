namespace Judges.Format.Language;

/// <summary>What is known of a language: its scripts and what its words look like.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Scripts">The scripts it is written in.</param>
/// <param name="Letters">The letters beyond ASCII that it uses; empty where that tells nothing.</param>
/// <param name="Endings">Endings, and beginnings with a hyphen behind.</param>
/// <param name="Words">Function words.</param>
internal sealed record KnownLanguage(string Code, IReadOnlyList<Script> Scripts, string Letters, IReadOnlyList<string> Endings, IReadOnlyList<string> Words)
{
    /// <summary>The script by which it is told from languages of other scripts.</summary>
    public Script Script => Scripts[0];

    public bool Writes(Script script) => Scripts.Contains(script);
}
