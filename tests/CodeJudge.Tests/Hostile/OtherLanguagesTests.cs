using CodeJudge.Tests.Languages;
using Judges;

namespace CodeJudge.Tests.Hostile;

/// <summary>The catalogue of other languages, compile-time attacks included; the honest program after each meets what was left behind.</summary>
public sealed class OtherLanguagesTests(HostileBox box) : IClassFixture<HostileBox>
{
    private static readonly Limits _tight = new() { CpuSeconds = 1, WallSeconds = 2, MemoryMb = 128, OutputKb = 64, Processes = 16 };

    public static IReadOnlyList<ITheoryDataRow> Names =>
        Toolchain.Tested(OtherLanguages.All.Select(static one => new TheoryDataRow<string, string>(one.Language, one.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_program_earns_nothing_in_any_language(string language, string name)
    {
        Toolchain.Demand(language);
        var program = OtherLanguages.All.Single(one => one.Language == language && one.Name == name).Program;
        var token = TestContext.Current.CancellationToken;

        var verdict = await box.Judge.Grade(Toolchain.Stdio(language, program, ("30\n", "941\n"), ("41\n", "1722\n")) with { Limits = _tight }, token);

        Assert.True(verdict.Reward == 0, $"{verdict.Outcome} {verdict.Detail}");
        Assert.True(verdict.Outcome is not (Outcome.Accepted or Outcome.PartiallyCorrect or Outcome.JudgeError), $"{verdict.Outcome} {verdict.Detail}");
        var honest = await box.Judge.Grade(Catalogue.Request("stdio", Catalogue.HonestStdio, tight: false), token);
        Assert.True(honest.Passed, $"after {language}/{name}: {honest.Outcome} {honest.Detail}");
    }
}
