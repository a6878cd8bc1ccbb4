namespace Judges.Format;

/// <summary>There is exactly one opening tag.</summary>
internal sealed class OpensOnce(string name, string tag) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response) => response[tag] switch
    {
        { Opens: 1 } => null,
        { Opens: 0, Closes: 0 } => new(tag + "Missing", response.Text.Length),
        { Opens: 0 } tally => new(tag + "Unopened", tally.FirstClose.Start),
        var tally => new(tag + "Repeated", tally.SurplusOpen!.Value),
    };
}
