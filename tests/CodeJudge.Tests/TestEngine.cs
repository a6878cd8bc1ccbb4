using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>The engine that these tests' boxes are made by. CodeJudge.Docker.Tests runs the same tests on another.</summary>
internal static class TestEngine
{
    /// <summary>Whether its boxes hold images, and not what the host has.</summary>
    public static bool HasImages => false;

    /// <summary>The languages that are tested on it.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. LanguageSet.All.Select(static language => language.Name)];

    public static ISandboxEngine Create(CodeJudgeOptions options) => new BubblewrapEngine(options);
}
