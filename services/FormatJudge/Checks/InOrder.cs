namespace Judges.Format;

/// <summary>The block comes after every block that stands before it in the template.</summary>
internal sealed class InOrder(string name, Block block) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var place = response.Template.Blocks.Index().First(item => item.Item == block).Index;
        var (start, end) = (-1, 0);
        foreach (var occurrence in response.Sequence.Occurrences)
        {
            if (occurrence.Block == block && start < 0)
                start = occurrence.Start;
            else if (response.Template.Blocks.Take(place).Contains(occurrence.Block))
                end = occurrence.End;
        }
        return start < 0 ? block.Min == 0 ? response.NothingThere() : new(block.Tag + "Missing", response.Text.Length)
            : start < end ? new(block.Tag + "Misplaced", start)
            : response.NothingThere();
    }
}
