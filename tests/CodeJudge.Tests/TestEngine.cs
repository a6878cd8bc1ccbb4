using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>The engine that these tests' boxes are made by. CodeJudge.Docker.Tests runs the same tests on another.</summary>
internal static class TestEngine
{
    public static ISandboxEngine Create(CodeJudgeOptions options) => new BubblewrapEngine(options);
}
