using Judges;

namespace CodeJudge.Tests;

/// <summary>Calls that share a process end as they would alone.</summary>
public sealed class CallBatchTests(JudgeFixture fixture)
{
    private static readonly Limits _short = Ask.Generous with { CpuSeconds = 0.5, OutputKb = 8 };
    private static readonly Limits _small = Ask.Generous with { MemoryMb = 64, OutputKb = 8, OutputAllowedKb = 8 };

    // Each case expects what a new process gives.
    public static TheoryData<string, string> Fresh => new()
    {
        { "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n", "1" },
        { "def f(x, seen=[]):\n    seen.append(x)\n    return len(seen)", "1" },
        { "class C:\n    made = 0\ndef f(x):\n    C.made += 1\n    return C.made", "1" },
        { "import functools\n@functools.cache\ndef g(): return []\ndef f(x):\n    g().append(x)\n    return len(g())", "1" },
        { "import random\nfirst = random.random()\ndef f(x):\n    random.random()\n    return first", "0.14175719659892327" },
        { "import sys\ndef f(x):\n    before = sys.getrecursionlimit()\n    sys.setrecursionlimit(5000)\n    return before", "1000" },
        { "import math\nmath.calls = 1 if not hasattr(math, 'calls') else 2\ndef f(x):\n    return math.calls", "1" },
        { "import builtins\nbuiltins.calls = vars(builtins).get('calls', 0) + 1\ndef f(x):\n    return builtins.calls", "1" },
    };

    [Theory]
    [MemberData(nameof(Fresh))]
    public async Task Nothing_of_one_call_is_left_for_the_next(string program, string expected)
    {
        var verdict = await fixture.Grade(Ask.Call(program, "f", ("[1]", expected), ("[2]", expected), ("[3]", expected)));

        Assert.True(verdict.Passed, $"{verdict.Detail}");
    }

    public static TheoryData<string, Outcome> ThirdCall => new()
    {
        { "def f(x):\n    return x if x < 3 else -1", Outcome.WrongAnswer },
        { "def f(x):\n    return x if x < 3 else 1 // 0", Outcome.RuntimeError },
        { "def f(x):\n    if x < 3: return x\n    raise SystemExit(0)", Outcome.RuntimeError },
        { "def f(x):\n    while x == 3: pass\n    return x", Outcome.TimeLimitExceeded },
        { "def f(x):\n    return x if x < 3 else 'x' * 100000", Outcome.OutputLimitExceeded },
        { "def f(x):\n    if x == 3: print('x' * 100000)\n    return x", Outcome.OutputLimitExceeded },
        { "def f(x):\n    return x if x != 3 else len([bytearray(1 << 20) for _ in range(1000)])", Outcome.MemoryLimitExceeded },
        { "def f(x):\n    return x if x != 3 else {x}", Outcome.WrongAnswer },
    };

    [Theory]
    [MemberData(nameof(ThirdCall))]
    public async Task What_befalls_one_call_befalls_no_other(string program, Outcome third)
    {
        var request = Ask.Call(program, "f", ("[1]", "1"), ("[2]", "2"), ("[3]", "3"), ("[0]", "0")) with { Limits = third is Outcome.TimeLimitExceeded ? _short : _small, Reward = CodeReward.Fraction };

        var verdict = await fixture.Grade(request);

        var cases = verdict.Detail!.Value.GetProperty("cases").EnumerateArray().Select(static test => test.GetProperty("outcome").GetString());
        Assert.Equal(["accepted", "accepted", Camel(third), "accepted"], cases);
    }

    [Fact]
    public async Task Each_call_may_print_as_much_as_a_call_alone()
    {
        var program = "def f(x):\n    print('x' * 5000)\n    return 'y' * 5000";
        var expected = $"\"{new string('y', 5000)}\"";

        var verdict = await fixture.Grade(Ask.Call(program, "f", ("[1]", expected), ("[2]", expected), ("[3]", expected)) with { Limits = _small });

        Assert.True(verdict.Passed, $"{verdict.Detail}");
    }

    [Fact]
    public async Task Each_call_may_take_as_long_as_a_call_alone()
    {
        var program = "import time\ndef f(x):\n    until = time.process_time() + 0.3\n    while time.process_time() < until: pass\n    return x";

        var verdict = await fixture.Grade(Ask.Call(program, "f", ("[1]", "1"), ("[2]", "2"), ("[3]", "3"), ("[4]", "4")) with { Limits = _short });

        Assert.True(verdict.Passed, $"{verdict.Detail}");
    }

    private static string Camel(Outcome outcome) => $"{char.ToLowerInvariant(outcome.ToString()[0])}{outcome.ToString()[1..]}";
}
