namespace Judges.Format.Lengths;

/// <summary>What a length is counted in; a request always says which.</summary>
internal enum LengthUnit
{
    /// <summary>The caller's tokens, as <c>tokens</c> or <c>tokenIds</c>: no judge can count them.</summary>
    Tokens,

    /// <summary>Code points.</summary>
    Characters,

    /// <summary>What a reader calls a character: extended grapheme clusters (UAX #29).</summary>
    Graphemes,

    /// <summary>Runs of letters and digits; in scripts that put no space between words each letter by itself.</summary>
    Words,
}
