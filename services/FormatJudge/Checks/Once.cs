namespace Judges.Format;

/// <summary>There is exactly one opening tag and, after it, exactly one closing tag.</summary>
internal sealed class Once(string name, string tag) : IFormatCheck
{
    public string Name => name;

    public string Tag => tag;

    public Violation? Check(ParsedResponse response) => response[tag] switch
    {
        { Once: true } => null,
        { Opens: 0, Closes: 0 } => new(tag + "Missing", response.Text.Length),
        { Opens: 0 } tally => new(tag + "Unopened", tally.FirstClose.Start),
        { Closes: 0, Surplus: null } tally => new(tag + "Unclosed", tally.FirstOpen.Start),
        { Surplus: { } surplus } => new(tag + "Repeated", surplus),
        var tally => new(tag + "Unopened", tally.FirstClose.Start),
    };
}
