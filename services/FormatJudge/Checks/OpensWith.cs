namespace Judges.Format;

/// <summary>The response begins with the opening tag; only white space stands before it.</summary>
internal sealed class OpensWith(string name, string tag) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var tally = response[tag];
        var beginning = response.Beginning;
        return tally.Opens == 0 ? new(tag + "Missing", beginning)
            : tally.FirstOpen.Start != beginning ? new("textOutside", beginning)
            : null;
    }
}
