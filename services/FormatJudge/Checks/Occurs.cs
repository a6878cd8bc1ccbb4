namespace Judges.Format;

/// <summary>The block stands there as often as it may, and each of its tags is part of one.</summary>
internal sealed class Occurs(string name, Block block) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var sequence = response.Sequence;
        if (sequence.Stray(block.Tag!) is { } stray)
            return new(block.Tag + (stray.Closing ? "Unopened" : "Unclosed"), stray.Start);
        if (sequence.Overflows)
            return new("tooManyTags", response.Text.Length);
        var found = sequence.Of(block).ToList();
        return found.Count > block.Max ? new(block.Tag + "Repeated", found[block.Max].Start)
            : found.Count < block.Min ? new(block.Tag + "Missing", response.Text.Length)
            : found.Count == 0 ? response.NothingThere()
            : null;
    }
}
