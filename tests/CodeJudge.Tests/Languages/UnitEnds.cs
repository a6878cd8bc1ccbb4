using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Languages;

/// <summary>How unit tests of a compiled language end.</summary>
internal static class UnitEnds
{
    /// <param name="expected">An outcome as on the wire and the number of tests passed, or <c>judgeError</c> for tests that are refused.</param>
    public static async Task Hold(JudgeFixture fixture, string language, string program, string tests, string expected, string? entryPoint = null)
    {
        Toolchain.Demand(language);
        var request = Ask.Call("", "f", ("[]", "0")) with { Language = language, Response = $"```{language}\n{program}\n```", Tests = new UnitTests { Code = tests, EntryPoint = entryPoint } };
        if (expected == "judgeError")
        {
            await Assert.ThrowsAsync<TestsUnusableException>(() => fixture.Grade(request));
            return;
        }
        var verdict = await fixture.Grade(request);
        var outcome = $"{verdict.Outcome}";
        Assert.True(
            expected == $"{char.ToLowerInvariant(outcome[0])}{outcome[1..]} {verdict.Detail!.Value.GetProperty("tests").GetProperty("passed").GetInt32()}",
            $"{outcome} {verdict.Detail}");
    }
}
