using Judges;

namespace CodeJudge.Tests.Units;

/// <summary>Python's unit tests, in real boxes: what counts as a test, and how each ends.</summary>
public sealed class PythonUnitTests(JudgeFixture fixture)
{
    private static GradeCode Ask(string program, string tests, string? entryPoint = null) =>
        CodeJudge.Tests.Ask.Call(program, "f", ("[]", "0")) with { Tests = new UnitTests { Code = tests, EntryPoint = entryPoint }, Reward = CodeReward.Fraction };

    public static TheoryData<string, string, string?, int, int> Suites => new()
    {
        { "def f(n): return n + 1", "def check(candidate):\n    assert candidate(1) == 2\n    assert candidate(2) == 4", "f", 1, 2 },
        { "def f(n): return n + 1", "assert f(1) == 2\nassert f(2) == 4\nassert f(3) == 4", null, 2, 3 },
        { "def f(n): return n + 1", "import unittest\nfrom solution import f\nclass T(unittest.TestCase):\n    def test_a(self): self.assertEqual(f(1), 2)\n    def test_b(self): self.assertEqual(f(1), 3)\n    @unittest.skip('later')\n    def test_c(self): self.fail()", null, 1, 2 },
        { "def f(n):\n    if n < 0: raise ValueError('negative')\n    return n ** 0.5", "import pytest\nfrom solution import f\ndef test_root(): assert f(2) == pytest.approx(1.41421356)\ndef test_negative():\n    with pytest.raises(ValueError, match='neg'): f(-1)\n@pytest.mark.parametrize('n,r', [(4, 2), (9, 3), (16, 5)])\ndef test_table(n, r): assert f(n) == r", null, 4, 5 },
        { "def f(v): v.sort()", "v = [3, 1, 2]\nf(v)\nassert v == [1, 2, 3]", null, 1, 1 },
        { "def f(g, n): return g(n) + 1", "assert f(lambda n: n * 2, 3) == 7", null, 1, 1 },
        { "class Stack:\n    def __init__(self): self.items = []\n    def push(self, x): self.items.append(x); return self\n    def __len__(self): return len(self.items)", "s = Stack()\ns.push(1).push(2)\nassert len(s) == 2\nassert s.items == [1, 2]\nassert isinstance(s, Stack)", null, 3, 3 },
        { "def f(n):\n    for i in range(n): yield i, {i}", "assert list(f(2)) == [(0, {0}), (1, {1})]", null, 1, 1 },
        { "class Mine(KeyError): pass\ndef f(): raise Mine('x')", "try:\n    f()\n    assert False\nexcept KeyError as e:\n    assert e.args == ('x',)", null, 1, 1 },
        { "async def f(n): return n + 1", "import asyncio\nassert asyncio.run(f(1)) == 2", null, 1, 1 },
        { "def g(n): return n", "assert f(1) == 1", null, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task Tests_are_counted_one_by_one(string program, string tests, string? entryPoint, int passed, int total)
    {
        var verdict = await fixture.Grade(Ask(program, tests, entryPoint));

        var count = verdict.Detail!.Value.GetProperty("tests");
        Assert.True((passed, total) == (count.GetProperty("passed").GetInt32(), count.GetProperty("total").GetInt32()), verdict.Detail.ToString());
        Assert.Equal(passed == total, verdict.Passed);
    }

    [Theory]
    [InlineData("def check(candidate:")]
    [InlineData("import a_module_that_nobody_has\nassert f(1) == 2")]
    [InlineData("x = 1")]
    [InlineData("raise ValueError")]
    public async Task Tests_that_cannot_be_run_are_no_fault_of_the_submission(string tests) =>
        await Assert.ThrowsAsync<Judges.Code.TestsUnusableException>(() => fixture.Grade(Ask("def f(n): return n + 1", tests)));

    [Fact]
    public async Task The_detail_quotes_no_test()
    {
        var verdict = await fixture.Grade(Ask("def f(n): return 0", "assert f('s3cret') == 'c0ffee', 'c0ffee'"));

        Assert.DoesNotContain("c0ffee", verdict.Detail!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", verdict.Detail!.Value.GetRawText(), StringComparison.Ordinal);
    }
}
