namespace Judges.Format;

/// <summary>The block is there and shows something.</summary>
internal sealed class NotEmpty(string name, Block block) : IFormatCheck
{
    public string Name => name;

    public Block Block => block;

    public Violation? Check(ParsedResponse response) => response.Find(block) switch
    {
        null => new(block.Name + "Missing", response.Text.Length),
        var span when Blank.Is(response[span]) => new(block.Name + "Empty", span.Start),
        _ => null,
    };
}
