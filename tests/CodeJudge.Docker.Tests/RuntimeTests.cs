using Judges;
using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>Boxes under gVisor, whose processes meet a kernel of their own: by <c>ContainerRuntime</c>, as its users ask for it.</summary>
public sealed class RuntimeTests
{
    private const string Add = "def add(a, b): return a + b";
    private const string Subtract = "def add(a, b): return a - b";

    [Fact]
    public async Task Programs_are_judged_on_gvisors_kernel_as_on_the_hosts()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/runsc"), "gVisor is not installed: apt-get install runsc");
        await using var fixture = new JudgeFixture(new CodeJudgeOptions { Boxes = 1, CacheEntries = 0, ContainerRuntime = "runsc" });

        var right = await fixture.Grade(Ask.Call(Add, "add", ("[1, 2]", "3"), ("[40, 2]", "42")));
        Assert.True(right.Passed, right.Detail.ToString());
        // Its processes are none of the host kernel's: a group of the host's would hold others.
        Assert.Equal("addressSpace", right.Detail!.Value.GetProperty("memoryLimit").GetString());

        Assert.Equal(
            [Outcome.WrongAnswer, Outcome.WrongAnswer, Outcome.Accepted, Outcome.WrongAnswer, Outcome.Accepted, Outcome.WrongAnswer, Outcome.RuntimeError,
             Outcome.TimeLimitExceeded, Outcome.TimeLimitExceeded, Outcome.OutputLimitExceeded, Outcome.Accepted],
            await Outcomes(fixture,
                Ask.Call(Subtract, "add", ("[1, 2]", "3")),
                // The host's kernel would say so.
                Ask.Call("import os\ndef f(): return os.uname().release", "f", ("[]", $"\"{File.ReadAllText("/proc/sys/kernel/osrelease").Trim()}\"")),
                Unit(Add),
                Unit(Subtract),
                Ask.Stdio("print(sum(map(int, input().split())))", ("1 2\n", "3\n")),
                Ask.Stdio("print(4)", ("1 2\n", "3\n")),
                Ask.Call("import os\ndef f(): os._exit(0)", "f", ("[]", "0")),
                Ask.Call("def f():\n    while True: pass", "f", ("[]", "0")) with { Limits = new Limits { CpuSeconds = 1, WallSeconds = 20 } },
                Ask.Call("import time\ndef f(): time.sleep(600)", "f", ("[]", "0")) with { Limits = new Limits { CpuSeconds = 1, WallSeconds = 1 } },
                Ask.Stdio("while True: print('x' * 1000)", ("", "")) with { Limits = new Limits { CpuSeconds = 20, WallSeconds = 60, OutputAllowedKb = 256 } },
                Ask.Call(Add, "add", ("[1, 2]", "3"))));
    }

    private static GradeCode Unit(string program) =>
        Ask.Call(program, "add") with { Tests = new UnitTests { Code = "def check(candidate):\n    assert candidate(1, 2) == 3", EntryPoint = "add" } };

    private static async Task<IEnumerable<Outcome>> Outcomes(JudgeFixture fixture, params GradeCode[] requests) =>
        (await Task.WhenAll(requests.Select(fixture.Grade))).Select(static verdict => verdict.Outcome);
}
