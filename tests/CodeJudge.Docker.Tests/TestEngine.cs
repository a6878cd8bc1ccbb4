using CodeJudge.Tests.Corpora;
using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>The engine that these tests' boxes are made by: containers.</summary>
internal static class TestEngine
{
    /// <summary>Whether its boxes hold images, and not what the host has.</summary>
    public static bool HasImages => true;

    /// <summary>The languages that are tested on it: all with <c>JUDGES_ALL=1</c>, else those whose images are small.</summary>
    public static IReadOnlyList<string> Languages { get; } = DataSet.All
        ? [.. LanguageSet.All.Select(static language => language.Name)]
        : ["python", "c", "csharp", "csx", "bash"];

    /// <summary>How many times fewer reference solutions are judged than on the other engine, where not all are.</summary>
    public const int Thin = 8;

    public static ISandboxEngine Create(CodeJudgeOptions options) => new PrivateDocker(options);
}
