namespace Judges.Format;

/// <summary>All blocks are there, in order, and nothing but white space stands before, between and after them.</summary>
internal sealed class NothingOutside(string name) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var at = 0;
        foreach (var block in response.Template.Blocks)
        {
            var tag = block.Tag!;
            var tally = response[tag];
            if (!tally.Once)
                return new(tag + "Missing", response.Text.Length);
            if (tally.FirstOpen.Start < at)
                return new(tag + "Misplaced", tally.FirstOpen.Start);
            if (NothingBeside.TextIn(response.Text, at, tally.FirstOpen.Start) is { } before)
                return before;
            at = tally.FirstClose.End;
        }
        return NothingBeside.TextIn(response.Text, at, response.Text.Length);
    }
}
