namespace Judges.Format;

/// <summary>The block is there, holds no tag of another one, and shows something.</summary>
internal sealed class NotEmpty(string name, Block block) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response) => response.Find(block) switch
    {
        null => new(block.Name + "Missing", response.Text.Length),
        var span when response.ForeignTagIn(span, block.Tag) is { } foreign => new(foreign.Tag + "Misplaced", foreign.Start),
        var span when Blank.Is(response[span]) => new(block.Name + "Empty", span.Start),
        _ => null,
    };
}
