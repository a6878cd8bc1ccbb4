namespace Judges.Format;

/// <summary>Where the text that is no block stands.</summary>
internal enum Side
{
    Before,
    Between,
    After,
}

/// <summary>There are blocks, and nothing but white space stands on one side of them.</summary>
internal sealed class NothingBeside(string name, Side side) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var blocks = response.Sequence.Occurrences;
        if (blocks.Count == 0)
            return response.NothingThere() ?? new("textOutside", response.Beginning);
        return side switch
        {
            Side.Before => TextIn(response.Text, 0, blocks[0].Start),
            Side.After => TextIn(response.Text, blocks[^1].End, response.Text.Length),
            _ => blocks.Zip(blocks.Skip(1)).Select(pair => TextIn(response.Text, pair.First.End, pair.Second.Start)).FirstOrDefault(static found => found is not null),
        };
    }

    public static Violation? TextIn(string text, int start, int end)
    {
        var outside = text.AsSpan(start, end - start);
        return outside.IsWhiteSpace() ? null : new("textOutside", end - outside.TrimStart().Length);
    }
}
