using Judges;

namespace CodeJudge.Tests;

/// <summary>Every outcome, in real boxes.</summary>
public sealed class OutcomeTests(JudgeFixture fixture)
{
    private static readonly Limits _short = new() { CpuSeconds = 0.4, WallSeconds = 0.8, MemoryMb = 64, OutputKb = 8, OutputAllowedKb = 64, Processes = 8 };

    public static TheoryData<string, Outcome, string> Functions => new()
    {
        { "def f(n):\n    return n + 1", Outcome.Accepted, "ran" },
        { "async def g(): pass\nf = lambda n: n + 1", Outcome.Accepted, "ran" },
        { "import os, sys\nprint('noise')\ndef f(n):\n    print('more')\n    return n + 1", Outcome.Accepted, "ran" },
        { "from __future__ import annotations\ndef f(n: List[int]):\n    return n + 1", Outcome.Accepted, "ran" },
        { "import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\ndef f(n):\n    return P(n).x + 1", Outcome.Accepted, "ran" },
        { "if __name__ == '__main__':\n    raise SystemExit(1)\ndef f(n):\n    return n + 1", Outcome.Accepted, "ran" },
        { "def f(n):\n    return n", Outcome.WrongAnswer, "ran" },
        { "def f(n):\n    return None", Outcome.WrongAnswer, "ran" },
        { "def f(n):\n    return n + 1.0", Outcome.WrongAnswer, "ran" },
        { "def f(n):\n    return {n + 1}", Outcome.WrongAnswer, "ran" },
        { "def f(n):\n    return 2", Outcome.PartiallyCorrect, "ran" },
        { "def f(n):\n    return 2 if n == 1 else 1 // 0", Outcome.PartiallyCorrect, "parses" },
        { "def f(n:\n    return n", Outcome.CompileError, "extracted" },
        { "return 1", Outcome.CompileError, "extracted" },
        { "def f(n):\n    return 1 // 0", Outcome.RuntimeError, "parses" },
        { "def f(n):\n    return g(n)", Outcome.RuntimeError, "parses" },
        { "def f(n):\n    return f(n)", Outcome.RuntimeError, "parses" },
        { "def other(n):\n    return n", Outcome.RuntimeError, "parses" },
        { "import nothing_of_this_name\ndef f(n):\n    return n", Outcome.RuntimeError, "parses" },
        { "def f(n):\n    while True: pass", Outcome.TimeLimitExceeded, "parses" },
        { "import time\ndef f(n):\n    time.sleep(60)", Outcome.TimeLimitExceeded, "parses" },
        { "def f(n):\n    return len([bytearray(1 << 20) for _ in range(1000)])", Outcome.MemoryLimitExceeded, "parses" },
        { "def f(n):\n    return len(bytearray(1 << 50))", Outcome.MemoryLimitExceeded, "parses" },
        { "def f(n):\n    print('x' * 100000)\n    return n + 1", Outcome.OutputLimitExceeded, "parses" },
        { "def f(n):\n    return 'x' * 100000", Outcome.OutputLimitExceeded, "parses" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_ends_in(string program, Outcome outcome, string stage)
    {
        var limits = outcome is Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded or Outcome.OutputLimitExceeded
            ? _short with { CpuSeconds = outcome is Outcome.TimeLimitExceeded ? 0.4 : 20, WallSeconds = outcome is Outcome.TimeLimitExceeded ? 0.8 : 60 }
            : Ask.Generous;

        var verdict = await fixture.Grade(Ask.Call(program, "f", ("[1]", "2"), ("[5]", "6")) with { Limits = limits });

        Assert.True(outcome == verdict.Outcome, $"{verdict.Outcome} {verdict.Detail}");
        Assert.Equal(outcome is Outcome.Accepted ? 1 : 0, verdict.Reward);
        Assert.Equal(stage, verdict.Detail!.Value.GetProperty("stage").GetString());
    }

    public static TheoryData<string, Outcome> Programs => new()
    {
        { "print(int(input()) + 1)", Outcome.Accepted },
        { "import sys\nsys.stdout.write(str(int(sys.stdin.readline()) + 1))", Outcome.Accepted },
        { "print(int(open(0).read()) + 1)", Outcome.Accepted },
        { "print(int(open('/dev/stdin').read()) + 1)", Outcome.Accepted },
        { "import os\nos.write(1, str(int(os.read(0, 100)) + 1).encode())", Outcome.Accepted },
        { "import sys\nprint(sum(int(x) + 1 for x in sys.stdin.buffer))", Outcome.Accepted },
        { "if __name__ == '__main__':\n    print(int(input()) + 1)\n    exit()", Outcome.Accepted },
        { "import threading\nn = int(input())\nthreading.Thread(target=lambda: print(n + 1)).start()", Outcome.Accepted },
        { "import atexit\nn = int(input())\natexit.register(lambda: print(n + 1))", Outcome.Accepted },
        { "import sys, io\nsys.stdout = io.TextIOWrapper(open(1, 'wb', closefd=False))\nprint(int(input()) + 1)", Outcome.Accepted },
        { "import tempfile\nn = int(input())\nwith tempfile.TemporaryFile('w+') as t:\n    t.write('x')\nprint(n + 1)", Outcome.Accepted },
        { "import subprocess\nn = input()\nprint(int(subprocess.check_output(['/usr/bin/expr', n, '+', '1'])))", Outcome.Accepted },
        { "import sys\nsys.setrecursionlimit(10**6)\ndef d(k):\n    return 0 if k == 0 else 1 + d(k - 1)\nprint(int(input()) + d(20000) - 19999)", Outcome.Accepted },
        { "print(1)", Outcome.WrongAnswer },
        { "pass", Outcome.WrongAnswer },
        { "print(2)", Outcome.PartiallyCorrect },
        { "print(int(input()) + 1)\nexit(1)", Outcome.RuntimeError },
        { "print(int(input()) + 1)\nraise ValueError", Outcome.RuntimeError },
        { "input()\ninput()", Outcome.RuntimeError },
        { "print 1", Outcome.CompileError },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_ends_in(string program, Outcome outcome)
    {
        var verdict = await fixture.Grade(Ask.Stdio(program, ("1\n", "2\n"), ("5\n", "6\n")));

        Assert.True(outcome == verdict.Outcome, $"{verdict.Outcome} {verdict.Detail}");
    }

    [Fact]
    public async Task No_program_is_no_answer()
    {
        var verdict = await fixture.Grade(Ask.Call("", "f", ("[]", "1")));

        Assert.Equal(Outcome.NoAnswer, verdict.Outcome);
        Assert.Equal(0, verdict.Reward);
    }
}
