namespace Judges.Format;

/// <summary>The response holds no tag of the environment: what a tool answers is never for the policy to write.</summary>
internal sealed class Forbids(string name) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        Violation? first = null;
        foreach (var tag in response.Template.Forbidden)
        {
            var tally = response[tag];
            var start = Math.Min(tally.Opens > 0 ? tally.FirstOpen.Start : int.MaxValue, tally.Closes > 0 ? tally.FirstClose.Start : int.MaxValue);
            if (start < (first?.Offset ?? int.MaxValue))
                first = new("environmentText", start);
        }
        return first ?? response.NothingThere();
    }
}
