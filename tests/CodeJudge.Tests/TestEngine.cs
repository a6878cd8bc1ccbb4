using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>The engine that these tests' boxes are made by. CodeJudge.Docker.Tests runs the same tests on another.</summary>
internal static class TestEngine
{
    /// <summary>Whether its boxes hold images, and not what the host has.</summary>
    public static bool HasImages => false;

    /// <summary>The languages that are tested on it.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. LanguageSet.All.Select(static language => language.Name)];

    /// <summary>How many times fewer reference solutions are judged than the sets say, where not all are.</summary>
    public const int Thin = 1;

    public static ISandboxEngine Create(CodeJudgeOptions options) => new BubblewrapEngine(options);
}
