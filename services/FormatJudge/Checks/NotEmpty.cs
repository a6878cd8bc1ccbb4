namespace Judges.Format;

/// <summary>The block is there, holds no tag of another one, and shows something, however often it stands there.</summary>
internal sealed class NotEmpty(string name, Block block) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var found = false;
        foreach (var span in response.FindAll(block))
        {
            found = true;
            if (response.ForeignTagIn(span, block.Tag) is { } foreign)
                return new(foreign.Tag + "Misplaced", foreign.Start);
            if (Blank.Is(response[span]))
                return new(block.Name + "Empty", span.Start);
        }
        return found ? null : block.Min == 0 ? response.NothingThere() : new(block.Name + "Missing", response.Text.Length);
    }
}
