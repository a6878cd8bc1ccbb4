using System.Text;
using Judges;

namespace CodeJudge.Tests;

/// <summary>What a test may and may not rely on, in real boxes.</summary>
public sealed class CaseTests(JudgeFixture fixture)
{
    [Theory]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("(1, (2,))", "[1,[2]]")]
    [InlineData("{'b': 1, 2: [None, True]}", "{\"2\":[null,true],\"b\":1}")]
    [InlineData("'é\\n\\U0001F600\\x00'", "\"é\\n😀\\u0000\"")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("10 ** 40", "10000000000000000000000000000000000000000")]
    [InlineData("-7", "-7")]
    [InlineData("''", "\"\"")]
    [InlineData("[]", "[]")]
    [InlineData("False", "false")]
    [InlineData("1e16", "1e16")]
    [InlineData("4", "4.0")]
    public async Task Plain_data_comes_back_as_it_is(string expression, string expected) =>
        Assert.Equal(Outcome.Accepted, (await fixture.Grade(Ask.Call($"def f():\n    return {expression}", "f", ("[]", expected)))).Outcome);

    [Fact]
    public async Task Arguments_arrive_as_plain_data()
    {
        const string Program = "def f(*a):\n    return [type(x).__name__ for x in a]";

        var verdict = await fixture.Grade(Ask.Call(Program, "f",
            ("[1, 1.0, true, null, \"s\", [1], {\"k\": 1}, 123456789012345678901234567890]",
                "[\"int\",\"float\",\"bool\",\"NoneType\",\"str\",\"list\",\"dict\",\"int\"]")));

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    [Theory]
    [InlineData("Solution.twoSum")]
    [InlineData("Solution().twoSum")]
    public async Task A_method_is_called_on_a_new_object_per_test(string entryPoint)
    {
        const string Program = """
            class Solution:
                calls = 0
                def twoSum(self, n):
                    Solution.calls += 1
                    return n + Solution.calls
            """;

        Assert.True((await fixture.Grade(Ask.Call(Program, entryPoint, ("[1]", "2"), ("[5]", "6")))).Passed);
    }

    [Theory]
    [InlineData("/tmp/left")]
    [InlineData("/dev/shm/left")]
    public async Task A_file_of_one_test_is_gone_in_the_next(string path)
    {
        var program = $"import os\ndef f(n):\n    seen = os.path.exists('{path}')\n    open('{path}', 'w').write('x')\n    return seen";

        Assert.True((await fixture.Grade(Ask.Call(program, "f", ("[1]", "false"), ("[2]", "false"), ("[3]", "false")))).Passed);
    }

    [Fact]
    public async Task A_mark_on_the_scratch_directory_is_gone_in_the_next_test()
    {
        const string Program = """
            import os
            def f(n):
                marks = []
                for path in ("/tmp", "/dev/shm"):
                    try:
                        marks += os.listxattr(path)
                    except OSError:
                        pass
                    marks += [] if os.stat(path).st_mtime == 0 else ["time"]
                    for attempt in (lambda: os.setxattr(path, "user.mark", b"1"), lambda: os.chmod(path, 0o700), lambda: os.utime(path, (5, 5))):
                        try:
                            attempt()
                        except OSError:
                            pass
                return marks
            """;

        var verdict = await fixture.Grade(Ask.Call(Program, "f", ("[1]", "[]"), ("[2]", "[]"), ("[3]", "[]")));

        Assert.Equal(3, verdict.Detail!.Value.GetProperty("tests").GetProperty("run").GetInt32());
        Assert.NotEqual(Outcome.WrongAnswer, verdict.Outcome);
    }

    [Fact]
    public async Task The_same_program_sees_the_same_chance_and_the_same_order_of_sets()
    {
        const string Program = "import random\ndef f():\n    return [random.random() for _ in range(3)], list({'a', 'b', 'c', 'd', 'e'})";
        var first = await fixture.Grade(Ask.Call(Program, "f", ("[]", "0")));

        for (var i = 0; i < 4; i++)
            Assert.Equal(Message(first), Message(await fixture.Grade(Ask.Call(Program, "f", ("[]", "0")))));

        static string? Message(Verdict verdict) => verdict.Detail!.Value.GetProperty("message").GetString();
    }

    [Fact]
    public async Task Megabytes_of_input_and_output_pass_through_unchanged()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 300_000; i++)
            text.Append(i).Append('\n');
        var request = Ask.Stdio("import sys\nsys.stdout.write(sys.stdin.read())", (text.ToString(), text.ToString()));

        var verdict = await fixture.Grade(request);

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    [Theory]
    [InlineData("print(7, ' ' * (1 << 20))", Outcome.Accepted)]
    [InlineData("print(7, ' ' * (1 << 20), 'x')", Outcome.WrongAnswer)]
    [InlineData("print(' ' * (1 << 20), 7)", Outcome.Accepted)]
    [InlineData("print(' ' * (1 << 20), 8)", Outcome.WrongAnswer)]
    [InlineData("print(7, '\\n' * (17 << 20))", Outcome.OutputLimitExceeded)]
    [InlineData("for i in range(1 << 20):\n    print(i)", Outcome.WrongAnswer)]
    [InlineData("print(7)\nfor i in range(1 << 20):\n    print(i)", Outcome.WrongAnswer)]
    [InlineData("import os\nos.write(1, b'7\\n' + b'\\xff' * (1 << 17))", Outcome.WrongAnswer)]
    [InlineData("print('é' * (1 << 20))", Outcome.WrongAnswer)]
    public async Task More_than_is_kept_is_compared_as_if_all_were(string program, Outcome outcome)
    {
        var verdict = await fixture.Grade(Ask.Stdio(program, ("", "7\n")));

        Assert.True(outcome == verdict.Outcome, $"{verdict.Outcome} {verdict.Detail}");
    }

    [Fact]
    public async Task What_is_too_long_to_be_kept_and_wrong_says_so()
    {
        var verdict = await fixture.Grade(Ask.Stdio("print('x' * (1 << 20))", ("", "y\n")) with { Limits = Ask.Generous with { OutputKb = 1 } });

        Assert.Equal(Outcome.WrongAnswer, verdict.Outcome);
        Assert.StartsWith("printed 1048577 bytes, of which no more than the first 1024 were needed: xxx", verdict.Detail!.Value.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_as_long_as_the_expected_one_is_read_whatever_is_kept_of_an_output()
    {
        var numbers = $"[{string.Join(',', Enumerable.Range(0, 60_000))}]";

        Assert.True((await fixture.Grade(Ask.Call("def f():\n    print('noise' * 100_000)\n    return list(range(60_000))", "f", ("[]", numbers)))).Passed);
    }

    [Fact]
    public async Task An_output_as_long_as_the_expected_one_is_read_whatever_the_limit_of_output()
    {
        var expected = string.Concat(Enumerable.Range(0, 60_000).Select(static i => $"{i}\n"));
        const string Program = "for i in range(60_000):\n    print(i)";

        var right = await fixture.Grade(Ask.Stdio(Program, ("", expected)));
        var flood = await fixture.Grade(Ask.Stdio("while True:\n    print('1' * 10_000)", ("", expected)));

        Assert.True(right.Passed, right.Detail.ToString());
        Assert.Equal(Outcome.OutputLimitExceeded, flood.Outcome);
    }

    [Fact]
    public async Task Sixty_four_megabytes_of_output_are_read_where_the_limit_says_so()
    {
        const int Size = (64 << 20) - 1;
        const string Program = "import sys\nsys.stdout.write('x' * ((64 << 20) - 2) + input() + '\\n')";
        var limits = Ask.Generous with { OutputAllowedKb = 65536, MemoryMb = 512 };

        var right = await fixture.Grade(Ask.Stdio(Program, ("x\n", new string('x', Size))) with { Limits = limits });
        var wrong = await fixture.Grade(Ask.Stdio(Program, ("x\n", "x")) with { Limits = limits });

        Assert.True(right.Passed, right.Detail.ToString());
        Assert.Equal(Outcome.WrongAnswer, wrong.Outcome);
    }

    [Fact]
    public async Task A_crowd_of_good_programs_loses_none()
    {
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            fixture.Grade(Ask.Stdio($"n = int(input())\nprint(n + {i})", ("1\n", $"{i + 1}\n")))));

        Assert.All(verdicts, static verdict => Assert.True(verdict.Passed, verdict.Detail.ToString()));
    }

    [Fact]
    public async Task Integers_of_many_digits_come_and_go()
    {
        var digits = "1" + new string('0', 9_000);

        Assert.True((await fixture.Grade(Ask.Call("def f(n):\n    return n * 10", "f", ($"[{digits}]", digits + "0")))).Passed);
    }

    [Fact]
    public async Task Reading_many_files_does_not_take_the_next_programs_memory()
    {
        const string Program = """
            import os
            def f(n):
                left = 96 << 20
                for root, _, names in os.walk("/usr/lib"):
                    for name in names:
                        path = os.path.join(root, name)
                        if left > 0 and os.path.isfile(path) and not os.path.islink(path):
                            try:
                                with open(path, "rb") as file:
                                    left -= len(file.read(1 << 20))
                            except OSError:
                                pass
                return n
            """;

        var verdict = await fixture.Grade(Ask.Call(Program, "f", ("[1]", "1"), ("[2]", "2")) with { Limits = Ask.Generous with { MemoryMb = 64 } });

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    [Fact]
    public async Task The_prefix_is_joined_as_HumanEval_joins_it()
    {
        var request = Ask.Call("", "double", ("[4]", "8")) with
        {
            Prefix = "from typing import List\n\n\ndef double(n: int) -> int:\n    \"\"\" Twice n\n    >>> double(2)\n    4\n    \"\"\"\n",
            Response = "    return 2 * n\n",
        };

        Assert.True((await fixture.Grade(request)).Passed);
    }

    [Fact]
    public async Task A_run_has_no_rights_and_no_company_that_it_could_touch()
    {
        const string Program = """
            import os
            def touches(process):
                found = []
                for name, touch in {"signal": lambda: os.kill(int(process), 0), "descriptors": lambda: os.listdir(f"/proc/{process}/fd"),
                                    "memory": lambda: open(f"/proc/{process}/mem", "rb"), "maps": lambda: open(f"/proc/{process}/maps").read(),
                                    "environment": lambda: open(f"/proc/{process}/environ").read(), "group": lambda: os.setpgid(int(process), 0)}.items():
                    try:
                        touch()
                        found.append(name)
                    except OSError:
                        pass
                return found
            def f():
                status = dict(line.split(":\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
                others = [name for name in os.listdir("/proc") if name.isdigit() and name != str(os.getpid())]
                return [status["CapEff"], status["CapPrm"], status["CapAmb"], status["NoNewPrivs"], status["Seccomp"], os.getuid() != 0,
                        dict(os.environ), "1" in others, [touched for process in others for touched in touches(process)],
                        sorted(os.listdir("/proc/self/fd")), os.getsid(0) == os.getpid(), os.listdir("/sys") if os.path.exists("/sys") else []]
            """;
        const string Expected = "[\"0000000000000000\",\"0000000000000000\",\"0000000000000000\",\"1\",\"2\",true,{},true,[],[\"0\",\"1\",\"2\",\"3\",\"4\"],true,[]]";

        // The second time, what stays in the box between runs is there.
        Assert.True((await fixture.Grade(Ask.Call(Program, "f", ("[]", Expected)))).Passed);
        var verdict = await fixture.Grade(Ask.Call(Program, "f", ("[]", Expected)));

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }
}
