using System.Text.RegularExpressions;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>The parts of a box's process 1 are joined to one program, and so have one space of names.</summary>
public sealed partial class SupervisorSourceTests
{
    [Fact]
    public void No_two_parts_define_the_same_name()
    {
        var names = SupervisorSource.Parts.SelectMany(static part => Definition.Matches(SupervisorSource.Part(part))
            .SelectMany(static match => match.Groups["name"].Captures.Select(static name => name.Value)).Distinct().Select(name => (Name: name, Part: part))).ToLookup(static pair => pair.Name, static pair => pair.Part);

        Assert.True(names.Count > 150);
        Assert.Equal([], names.Where(static parts => parts.Count() > 1).Select(static parts => $"{parts.Key}: {string.Join(", ", parts)}"));
    }

    [GeneratedRegex(@"^(?:(?:async )?def (?<name>\w+)|class (?<name>\w+)|(?<name>\w+)(?:, (?<name>\w+))* = )", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Definition { get; }
}
