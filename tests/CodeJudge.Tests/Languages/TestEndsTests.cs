using System.Text.RegularExpressions;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Languages;

/// <summary>
/// In whichever way unit tests say that they failed, the verdict says it: by an assertion, an exception, an exit code, in a thread, afterwards. In
/// <c>Ends</c> stand for each language a right and a wrong program, and tests (<c>==</c>) that tell the two apart, (<c>=0</c>) of which the wrong one
/// passes none, or (<c>!=</c>) that are refused.
/// </summary>
public sealed partial class TestEndsTests
{
    [GeneratedRegex(@"^(==|=0|!=) (.+)\n", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    public static IReadOnlyList<ITheoryDataRow> Languages => [.. Toolchain.Tested(All.Select(static one => one.Language).Distinct().Select(static language => new TheoryDataRow<string>(language)))];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Tests_that_fail_are_not_passed_and_those_that_do_not_are(string language)
    {
        Toolchain.Demand(language);
        Assert.SkipUnless(language is "python" || Environment.IsPrivilegedProcess, "only root can give the tests a user of their own");
        // The two programs are built once.
        await using var fixture = new JudgeFixture(new CodeJudgeOptions { Boxes = 2, FirstUserId = 0x5100_0000 });
        var sections = All.Where(one => one.Language == language).ToList();

        var found = await Task.WhenAll(sections.Where(static one => one.Name is not ("right" or "wrong")).Select(async one =>
        {
            var right = await End(fixture, language, Program("right"), one.Text);
            var wrong = await End(fixture, language, Program("wrong"), one.Text);
            return $"{one.Sign} {one.Name}: {right}, {wrong}";
        }));

        Assert.NotEmpty(found);
        Assert.All(found, static line => Assert.Matches(Good, line));

        string Program(string name) => sections.Single(one => one.Name == name).Text;
    }

    [GeneratedRegex("^(?:==.*: Accepted [1-9], (?:WrongAnswer|RuntimeError|PartiallyCorrect) .|=0.*: Accepted [1-9], (?:WrongAnswer|RuntimeError) 0|!=.*: refused, refused)$")]
    private static partial Regex Good { get; }

    private static async Task<string> End(JudgeFixture fixture, string language, string program, string tests)
    {
        try
        {
            var unit = new UnitTests { Code = tests, EntryPoint = language == "csharp" ? "Program.Add" : "add" };
            var verdict = await fixture.Grade(Toolchain.Stdio(language, program) with { Tests = unit });
            return $"{verdict.Outcome} {verdict.Detail!.Value.GetProperty("tests").GetProperty("passed").GetInt32()}";
        }
        catch (TestsUnusableException)
        {
            return "refused";
        }
    }

    private static IReadOnlyList<(string Language, string Name, string Sign, string Text)> All { get; } =
    [
        .. typeof(TestEndsTests).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("ends/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(static resource => Sections(resource).Select(section => (resource["ends/".Length..], section.Name, section.Sign, section.Text))),
    ];

    private static IEnumerable<(string Name, string Sign, string Text)> Sections(string resource)
    {
        using var reader = new StreamReader(typeof(TestEndsTests).Assembly.GetManifestResourceStream(resource)!);
        var text = reader.ReadToEnd();
        var headings = Heading.Matches(text);
        foreach (var (index, heading) in headings.Index())
        {
            var end = index + 1 < headings.Count ? headings[index + 1].Index : text.Length;
            yield return (heading.Groups[2].Value, heading.Groups[1].Value, text[(heading.Index + heading.Length)..end].TrimEnd());
        }
    }
}
