namespace Judges.Format;

/// <summary>The tag opens after the previous one's only block, with nothing but white space between unless text is allowed there.</summary>
internal sealed class Follows(string name, string tag, string previous, bool textBetween) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var (before, tally) = (response[previous], response[tag]);
        if (tally.Opens == 0)
            return new(tag + "Missing", response.Text.Length);
        if (!before.Once || tally.FirstOpen.Start < before.FirstClose.End)
            return new(tag + "Misplaced", tally.FirstOpen.Start);
        var between = response.Text.AsSpan(before.FirstClose.End, tally.FirstOpen.Start - before.FirstClose.End);
        return textBetween || between.IsWhiteSpace() ? null : new("textOutside", tally.FirstOpen.Start - between.TrimStart().Length);
    }
}
