using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Checking;

/// <summary>Programs of the task's author that decide, in real boxes.</summary>
public sealed class CheckerProgramTests(JudgeFixture fixture)
{
    // Any divisor of the number but 1 and itself will do.
    private const string Divisor = "import sys\nn = int(open(sys.argv[1]).read())\nd = int(open(sys.argv[2]).read())\nopen(sys.argv[3]).read()\nsys.exit(0 if 1 < d < n and n % d == 0 else 1)";

    private const string Guess = """
        import sys
        secret = int(open(sys.argv[2]).read())
        for turn in range(20):
            guess = int(input())
            if guess == secret:
                print("yes", flush=True)
                sys.exit(0)
            print("more" if guess < secret else "less", flush=True)
        sys.exit(1)
        """;

    private static GradeCode Checked(string program, string checker) => Ask.Stdio(program, ("12\n", "3\n")) with
    {
        Tests = new StdioTests
        {
            Cases = [new StdioCase { Stdin = "12\n", Stdout = "3\n" }],
            Checker = new Checker { Kind = CheckerKind.Program, Program = new CodeProgram { Language = "python", Source = checker } },
        },
    };

    [Theory]
    [InlineData("print(3)", Outcome.Accepted)]
    [InlineData("print(4)", Outcome.Accepted)]
    [InlineData("print(5)", Outcome.WrongAnswer)]
    [InlineData("print('x')", Outcome.WrongAnswer)]
    [InlineData("import os\nos.system('ls -R / > /tmp/x 2>/dev/null')\nprint(1)", Outcome.WrongAnswer)]
    public async Task A_checker_decides(string program, Outcome outcome) =>
        Assert.Equal(outcome, (await fixture.Grade(Checked(program, Divisor))).Outcome);

    [Theory]
    [InlineData("print('0' * 1_000_000 + '3')", Outcome.Accepted)]
    [InlineData("print('0' * 1_000_000 + '5')", Outcome.WrongAnswer)]
    [InlineData("print(3, ' ' * 1_000_000)", Outcome.Accepted)]
    [InlineData("print('0' * (17 << 20) + '3')", Outcome.OutputLimitExceeded)]
    public async Task A_checker_sees_all_that_was_written(string program, Outcome outcome) =>
        Assert.Equal(outcome, (await fixture.Grade(Checked(program, "import sys\nsys.set_int_max_str_digits(0)\n" + Divisor.Replace("open(sys.argv[2]).read()", "open(sys.argv[2]).read().strip()[-9:]", StringComparison.Ordinal)))).Outcome);

    [Fact]
    public async Task A_checker_that_breaks_on_the_expected_output_is_at_fault() =>
        await Assert.ThrowsAsync<TestsUnusableException>(() => fixture.Grade(Checked("print(3)", "import os\nos.abort()")));

    [Fact]
    public async Task A_checker_that_only_this_output_breaks_refuses_it() =>
        Assert.Equal(Outcome.WrongAnswer, (await fixture.Grade(Checked("print(99)", "import os, sys\nif open(sys.argv[2]).read() == '99\\n': os.abort()"))).Outcome);

    [Theory]
    [InlineData("low, high = 0, 1000\nwhile True:\n    n = (low + high) // 2\n    print(n, flush=True)\n    said = input()\n    if said == 'yes': break\n    if said == 'more': low = n\n    else: high = n", Outcome.Accepted)]
    [InlineData("for n in range(30):\n    print(n, flush=True)\n    if input() == 'yes': break", Outcome.RuntimeError)]
    [InlineData("print('yes')", Outcome.WrongAnswer)]
    [InlineData("import sys\nsys.exit(0)", Outcome.WrongAnswer)]
    public async Task An_interactor_talks_with_the_submission(string program, Outcome outcome)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the interactor a user of its own");
        var request = Ask.Stdio(program, ("", "")) with
        {
            Tests = new StdioTests
            {
                Cases = [new StdioCase { Stdin = "", Stdout = "777\n" }],
                Interactor = new CodeProgram { Language = "python", Source = Guess },
            },
        };

        var verdict = await fixture.Grade(request);

        Assert.True(outcome == verdict.Outcome || (!verdict.Passed && outcome is not Outcome.Accepted), verdict.Detail.ToString());
    }

    [Fact]
    public async Task A_slower_program_scores_less_than_the_reference()
    {
        const string Slow = "def f(n):\n    s = 0\n    for i in range(3_000_000):\n        s += i % 2\n    return n + 1";
        var request = Ask.Call(Slow, "f", ("[1]", "2"), ("[2]", "3")) with { Efficiency = new CodeEfficiency { Reference = "def f(n):\n    return n + 1", Weight = 0.5 } };

        var slow = await fixture.Grade(request);
        var fast = await fixture.Grade(request with { Response = Ask.Fence("def f(n):\n    return n + 1") });

        Assert.True(slow.Passed && fast.Passed, slow.Detail.ToString());
        Assert.True(slow.Reward < 0.75 && fast.Reward > slow.Reward, $"{slow.Reward} {fast.Reward} {slow.Detail}");
    }
}
