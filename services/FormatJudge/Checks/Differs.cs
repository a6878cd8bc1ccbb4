namespace Judges.Format;

/// <summary>Both blocks show something, neither holds a tag of the other, and one is not a copy of the other.</summary>
internal sealed class Differs(string name, Block block, Block other) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        if (response.Find(block) is not { } one || Blank.Is(response[one]) || response.ForeignTagIn(one, block.Tag) is not null)
            return new(block.Name + "Missing", response.Text.Length);
        if (response.Find(other) is not { } two || Blank.Is(response[two]) || response.ForeignTagIn(two, other.Tag) is not null)
            return new(other.Name + "Missing", response.Text.Length);
        return response[one].Trim().SequenceEqual(response[two].Trim()) ? new(block.Name + "Copied", one.Start) : null;
    }
}
