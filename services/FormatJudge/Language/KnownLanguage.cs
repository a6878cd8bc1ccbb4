namespace Judges.Format.Language;

/// <summary>A language that can be asked for.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Scripts">The scripts it is written in; the first tells it from languages of other scripts.</param>
/// <param name="Lane">Its column in the table of words, or null where its script alone decides.</param>
internal sealed record KnownLanguage(string Code, IReadOnlyList<Script> Scripts, int? Lane)
{
    public Script Script => Scripts[0];

    public bool Writes(Script script) => Scripts[0] == script || (Scripts.Count > 1 && Scripts[1] == script);
}
