using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>Calls that tests are bound to make are asked for before their turn: nothing else comes of them than one after the other.</summary>
public sealed class ForeseenCallsTests() : OneBox(firstUserId: 0x4b00_0000)
{
    private const string Counting = "count = 0\ndef f(*_):\n    global count\n    count += 1\n    return count";

    private async Task<RunReport> Check(string program, string body, bool mayShare = true)
    {
        await Run(Right, Plain); // with which a tester comes to stay
        return await Run(program, $"def check(candidate):\n    {body.Replace("\n", "\n    ", StringComparison.Ordinal)}", mayShare: mayShare, entryPoint: "f");
    }

    [Theory]
    [InlineData(Counting, "assert candidate(5) == 1\nassert candidate(5) == 2, 'late'\nassert candidate() - 3 == 0\nassert abs(candidate(6)) < 5", "IPT[null, null, null, null]")]
    [InlineData(Counting, "assert candidate(5) == 1\nassert candidate(5) == 1\nassert candidate(5) == 3", "IPT[null, [\"wrong\", \"an assertion failed\"], null]")]
    [InlineData(Counting, "assert candidate(1) == 1 and candidate(2) == 2\nassert candidate(3) == 3", "IPT[null, null]")]
    [InlineData(Counting, "assert candidate(1) == 2 and candidate(2) == 9\nassert candidate(3) == 2", "IPT[[\"wrong\", \"an assertion failed\"], null]")]
    [InlineData(Counting, "assert candidate(1) == 1\nfor n in (2, 3):\n    assert candidate(n) == n\nassert candidate(4) == 4", "IPT[null, null, null]")]
    [InlineData(Counting, "assert 1 == candidate(1)\nassert candidate(2) == 2", "IPT[null, null]")]
    [InlineData("def f(n):\n    if n == 2: raise ValueError('no')\n    return n", "assert candidate(1) == 1\nassert candidate(2) == 2\nassert candidate(3) == 3", "IPT[null, [\"error\", \"ValueError: no\"], null]")]
    [InlineData("def f(a, b=0, *, c=0): return [a, b, c]", "assert candidate((1, 2), c=3) == [(1, 2), 0, 3]\nassert candidate({1, 2, 30}, b={'a': None}) == [{1, 2, 30}, {'a': None}, 0]\nassert candidate(-1.5, 10 ** 30) == [-1.5, 10 ** 30, 0]", "IPT[null, null, null]")]
    [InlineData("def f(n):\n    n.append(1)\n    return n", "assert candidate([]) == [1]\nassert not candidate([]) == []", "IPT[null, null]")]
    public async Task They_end_as_by_turns(string program, string body, string ends)
    {
        var report = await Check(program, body);

        Assert.Equal((ends, false), (Ends(report), report.Undecided));
        Assert.Equal(ends, Ends(await Check(program, body, mayShare: false)));
    }

    [Fact]
    public async Task However_much_they_pass()
    {
        var many = string.Join('\n', Enumerable.Range(1, 3000).Select(static n => $"assert candidate({n}) == {n}"));
        var large = string.Join('\n', Enumerable.Range(1, 40).Select(static n => $"assert candidate('{new string('x', 5000 * (n % 3 + 1))}') == {n}"));

        Assert.Equal($"IPT[{string.Join(", ", Enumerable.Repeat("null", 3000))}]", Ends(await Check(Counting, many)));
        Assert.Equal($"IPT[{string.Join(", ", Enumerable.Repeat("null", 40))}]", Ends(await Check(Counting, large)));
    }

    [Fact]
    public async Task Where_something_else_is_asked_between_them_nothing_is_decided()
    {
        const string Objects = "class C:\n    def __eq__(self, other): return True\ndef f(n): return C()";
        const string Body = "assert len(candidate(1)) == 0\nassert candidate(2) == 2";

        Assert.True((await Check(Objects, Body)).Undecided);
        Assert.DoesNotContain("null", Ends(await Check(Objects, Body, mayShare: false)), StringComparison.Ordinal);
        Assert.Equal("IPT[null]", Ends(await Check("def f(n): return [n]", "assert len(candidate(1)) == 1")));
    }

    [Fact]
    public async Task One_that_ends_the_submission_ends_those_after_it()
    {
        var report = await Check("import os\ndef f(n):\n    if n == 2: os._exit(0)\n    return n", "assert candidate(1) == 1\nassert candidate(2) == 2\nassert candidate(3) == 3");

        Assert.StartsWith("IPT[null, [\"gone\"", Ends(report), StringComparison.Ordinal);
        Assert.DoesNotContain("null", Ends(report)[9..], StringComparison.Ordinal);
    }
}
