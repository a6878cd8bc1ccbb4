namespace Judges.Format.Language;

/// <summary>A language that can be asked for.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Scripts">The scripts it is written in; the first tells it from languages of other scripts.</param>
/// <param name="Lane">Its column in the table of words, or null where its script alone decides.</param>
internal sealed record KnownLanguage(string Code, IReadOnlyList<Script> Scripts, int? Lane)
{
    // Read for every word.
    private readonly Script _second = Scripts[^1];

    public Script Script { get; } = Scripts[0];

    public bool Writes(Script script) => script == Script || script == _second;
}
