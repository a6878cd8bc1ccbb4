namespace Judges.Format;

/// <summary>
/// One named property of a response. A check never holds because what it speaks of is absent: an empty response passes none, and
/// partial credit starts from nothing.
/// </summary>
internal interface IFormatCheck
{
    string Name { get; }

    /// <summary>What is wrong and where, or null when the check holds.</summary>
    Violation? Check(ParsedResponse response);
}

/// <summary>What is wrong with a response.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Offset">Where, in UTF-16 units; the end of the text for what is absent.</param>
internal sealed record Violation(string Code, int Offset)
{
    /// <summary>What the code leaves open, such as what a schema asks for.</summary>
    public string? Message { get; init; }
}
