using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>The engine that these tests' boxes are made by: containers.</summary>
internal static class TestEngine
{
    public static ISandboxEngine Create(CodeJudgeOptions options) => new PrivateDocker(options);
}
