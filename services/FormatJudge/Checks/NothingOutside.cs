namespace Judges.Format;

/// <summary>All blocks are there, in order, and nothing but white space stands before, between and after them.</summary>
internal sealed class NothingOutside(string name) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var at = 0;
        foreach (var tag in response.Template.Tags)
        {
            var tally = response[tag];
            if (!tally.Once)
                return new(tag + "Missing", response.Text.Length);
            if (tally.FirstOpen.Start < at)
                return new(tag + "Misplaced", tally.FirstOpen.Start);
            if (TextIn(response.Text, at, tally.FirstOpen.Start) is { } before)
                return before;
            at = tally.FirstClose.End;
        }
        return TextIn(response.Text, at, response.Text.Length);
    }

    private static Violation? TextIn(string text, int start, int end)
    {
        var outside = text.AsSpan(start, end - start);
        return outside.IsWhiteSpace() ? null : new("textOutside", end - outside.TrimStart().Length);
    }
}
