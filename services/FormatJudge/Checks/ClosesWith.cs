namespace Judges.Format;

/// <summary>The response ends with the closing tag; only white space stands after it.</summary>
internal sealed class ClosesWith(string name, string tag) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var tally = response[tag];
        var end = response.Text.AsSpan().TrimEnd().Length;
        return tally.Closes == 0 ? new(tag + "Missing", response.Text.Length)
            : tally.LastClose.End != end ? new("textOutside", Math.Min(tally.LastClose.End, end))
            : null;
    }
}
