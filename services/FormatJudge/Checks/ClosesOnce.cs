namespace Judges.Format;

/// <summary>There is exactly one closing tag.</summary>
internal sealed class ClosesOnce(string name, string tag) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response) => response[tag] switch
    {
        { Closes: 1 } => null,
        { Opens: 0, Closes: 0 } => new(tag + "Missing", response.Text.Length),
        { Closes: 0 } tally => new(tag + "Unclosed", tally.FirstOpen.Start),
        var tally => new(tag + "Repeated", tally.SurplusClose!.Value),
    };
}
