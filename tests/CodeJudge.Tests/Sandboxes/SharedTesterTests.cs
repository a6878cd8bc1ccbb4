using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>A tester that stays in its box for the tests of many submissions.</summary>
public sealed class SharedTesterTests() : OneBox(firstUserId: 0x4a00_0000)
{
    // Says which process of the box has the user that no submission ever has.
    private const string Spy = """
        import os
        def f(n):
            print([p for p in os.listdir('/proc') if p.isdigit() and os.stat('/proc/' + p).st_uid == UID], flush=True)
            return n + 1
        """;

    private async Task<string> Tester()
    {
        var report = await Run(Spy, Plain);
        Assert.Equal("IPT[null, null]", Ends(report));
        return Output(report).Split('\n')[0];
    }

    [Fact]
    public async Task The_same_process_tests_one_submission_after_the_other()
    {
        await Run(Right, Plain);
        var first = await Tester();

        Assert.Matches(@"^\['\d+'\]$", first);
        Assert.Equal("IPT[null, [\"wrong\", \"an assertion failed\"]]", Ends(await Run("def f(n): return 2", Plain)));
        Assert.Equal("IPT[[\"error\", \"ValueError: no\"], [\"error\", \"ValueError: no\"]]", Ends(await Run("def f(n): raise ValueError('no')", Plain)));
        Assert.StartsWith("IPT[[\"gone\"", Ends(await Run("import os\nos._exit(0)", Plain)), StringComparison.Ordinal);
        Assert.Equal("IPT[null, null]", Ends(await Run(Right, Plain)));
        Assert.Equal(first, await Tester());
    }

    [Fact]
    public async Task Tests_that_could_leave_something_behind_get_a_tester_of_their_own()
    {
        await Run(Right, Plain);
        var tester = await Tester();

        var report = await Run(Right, "import builtins, math\nvars(builtins)['abs'] = lambda n: 7\nvars(math)['floor'] = abs\nassert f(1) == 2");

        Assert.Equal("IPT[null]", Ends(report));
        Assert.False(report.Undecided);
        Assert.Equal("IPT[null, null]", Ends(await Run(Right, "import math\nassert abs(-f(1)) == 2\nassert math.floor(f(1) + 0.5) == 2")));
        Assert.Equal(tester, await Tester());
    }

    [Fact]
    public async Task One_submissions_leavings_are_not_the_next_ones()
    {
        const string Names = "from solution import f\nassert f(1) == 2";
        Assert.Equal("IPT[null]", Ends(await Run(Right, Names)));

        Assert.DoesNotContain("IPT[null]", Ends(await Run("def g(n): return n + 1", Names)), StringComparison.Ordinal);
        Assert.DoesNotContain("IPT[null]", Ends(await Run("def f(n): return n", Names)), StringComparison.Ordinal);
        Assert.Equal("IPT[null]", Ends(await Run(Right, Names)));
    }

    [Fact]
    public async Task Tests_that_were_read_before_begin_anew()
    {
        const string Tests = "seen = []\ndef check(candidate):\n    seen.append(candidate(1))\n    assert seen == [2]\n    assert len(seen) == 1 and candidate(2) == 3\ncheck(f)";
        const string Others = "seen = [1]\ndef check(candidate):\n    assert seen == [1] and candidate(1) == 2\ncheck(f)";
        await Run(Right, Plain);
        var tester = await Tester();

        foreach (var (program, tests, ends) in (IEnumerable<(string, string, string)>)[
            (Right, Tests, "IPT[null, null]"), ("def f(n): return 3", Tests, "IPT[[\"wrong\", \"an assertion failed\"], null]"),
            (Right, Others, "IPT[null]"), (Right, Tests, "IPT[null, null]")])
        {
            Assert.Equal(ends, Ends(await Run(program, tests)));
        }

        Assert.Equal(tester, await Tester());
    }

    [Fact]
    public async Task Where_the_tester_may_be_at_fault_nothing_is_decided()
    {
        var limits = Ask.Generous;
        limits.CpuSeconds = 0.5;
        await Run(Right, Plain);
        var tester = await Tester();

        foreach (var tests in (string[])["while f(1): pass\nassert f(1) == 2", "x = [0]\nwhile len(x) < 10 ** 10: x += x\nassert f(1) == 2", "raise ValueError"])
        {
            var report = await Run(Right, tests, limits);
            Assert.True(report.Undecided, $"{tests}: {report.Stopped} {Ends(report)}");
            await Run(Right, Plain);
        }

        await Run(Right, Plain);
        Assert.NotEqual(tester, await Tester());
    }

    [Fact]
    public async Task A_prefix_for_which_the_tester_has_no_room_is_not_the_submissions_failure()
    {
        const string Prefix = "table = [0] * (1 << 60)\n\ndef f(n):\n";
        const string Tests = "def check(candidate):\n    assert candidate(1) == 2 and table[0] == 0";
        await Run(Right, Plain);

        Assert.True((await Run(Right, Tests, prefix: Prefix)).Undecided);
        Assert.StartsWith("IPD", Ends(await Run(Right, Tests, prefix: Prefix, mayShare: false)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_the_submission_breaks_by_itself_is_decided()
    {
        var limits = Ask.Generous;
        limits.CpuSeconds = 2; // of which a tenth is what the tester may take where every instruction is emulated
        await Run(Right, Plain);

        var slow = await Run("def f(n):\n    while True: pass", Plain, limits);
        var large = await Run("def f(n): return len(bytearray(1 << 30))", Plain);

        Assert.Equal((StopReason.Cpu, false), (slow.Stopped, slow.Undecided));
        Assert.Equal((StopReason.Memory, false), (large.Stopped, large.Undecided));
        Assert.Equal("IPT[null, null]", Ends(await Run(Right, Plain)));
    }

    [Fact]
    public async Task Processes_that_a_submission_leaves_are_ended_with_it()
    {
        await Run(Right, Plain);

        var report = await Run("import os, time\ndef f(n):\n    if os.fork() == 0:\n        os.setsid()\n        time.sleep(600)\n    return n + 1", Plain);
        var left = await Run("import os\ndef f(n):\n    print(sum(os.stat('/proc/' + p).st_uid not in (0, UID) for p in os.listdir('/proc') if p.isdigit()), flush=True)\n    return n + 1", Plain, mayShare: false);

        Assert.Equal("IPT[null, null]", Ends(report));
        Assert.Equal("IPT[null, null]", Ends(left));
        // The submission and a tester of its own, beside the one that stays.
        Assert.Equal("2", Output(left).Split('\n')[0]);
    }
}
