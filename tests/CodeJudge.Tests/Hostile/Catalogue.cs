using System.Text;
using Judges;

namespace CodeJudge.Tests.Hostile;

/// <summary>The programs in this folder, each of which tries to earn what it cannot solve; the task is n*n + 41.</summary>
internal static class Catalogue
{
    public const string HonestCall = "def f(n):\n    return n * n + 41";
    public const string HonestStdio = "n = int(input())\nprint(n * n + 41)";

    // Each assertion asks for something that a hostile answer may claim: equality, nearness, membership, length.
    private const string Tests = """
        def check(candidate):
            assert candidate(30) == 941
            assert abs(candidate(41) - 1722) < 1e-9
            assert candidate(7) in [90]
            assert [candidate(n) for n in (0, 1)] == [41, 42] and candidate(2) > 44
        """;

    // The same beside the submission: also what it may observe, and what an object of its own may answer for.
    private const string TestsBeside = """
        import os, unittest
        from pathlib import Path
        from solution import f
        class T(unittest.TestCase):
            def test_value(self):
                self.assertEqual(f(30), 941)
                self.assertTrue(abs(f(41) - 1722) < 1e-9)
            def test_membership(self):
                self.assertIn(f(7), [90])
                self.assertEqual([f(n) for n in (0, 1)], [41, 42])
                self.assertGreater(f(2), 44)
            def test_observed(self):
                self.assertEqual((f(1), os.path.exists('/nowhere'), Path('/nowhere').exists()), (42, False, False))
        """;

    // Small limits: these programs are meant to meet them.
    private static readonly Limits _tight = new() { CpuSeconds = 0.5, WallSeconds = 1, MemoryMb = 128, OutputKb = 64, Processes = 16 };

    public static TheoryData<string> Names(string kind) =>
        [.. typeof(Catalogue).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Source(string name)
    {
        using var reader = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static GradeCode Request(string kind, string program, bool tight)
    {
        var request = kind switch
        {
            "call" => Ask.Call(program, "f", ("[30]", "941"), ("[41]", "1722")),
            "shared" or "refused" => Ask.Call(program, "f", ("[]", "0")) with { Tests = new UnitTests { Code = TestsBeside, Isolation = UnitIsolation.Shared } },
            "unit" => Ask.Call(program, "f", ("[]", "0")) with { Tests = new UnitTests { Code = Tests, EntryPoint = "f" } },
            _ => Ask.Stdio(program, ("30\n", "941\n"), ("41\n", "1722\n")),
        };
        return tight ? request with { Limits = _tight } : request;
    }

    /// <summary>The hostile program earns nothing in its tests' process, or is refused one with a reason, and the honest one after it is accepted.</summary>
    public static async Task MustEarnNothingBesideItsTests(Judges.Code.CodeJudge judge, string name)
    {
        try
        {
            var verdict = await judge.Grade(Request("shared", Source(name), tight: true), TestContext.Current.CancellationToken);
            Assert.True(verdict.Reward == 0, $"{name}: {verdict.Outcome} {verdict.Detail}");
        }
        catch (Judges.Code.TestsUnusableException refusal)
        {
            Assert.Contains("it names what may not be there: ", refusal.Message, StringComparison.Ordinal);
        }
        var after = Ask.Call(HonestCall, "f", ("[]", "0")) with { Tests = new UnitTests { Code = "assert f(30) == 941", Isolation = UnitIsolation.Shared } };
        var honest = await judge.Grade(after, TestContext.Current.CancellationToken);
        Assert.True(honest.Passed, $"after {name}: {honest.Outcome} {honest.Detail}");
    }

    /// <summary>The hostile program earns nothing, is not taken for a fault of ours, and the honest one after it is accepted.</summary>
    public static async Task MustEarnNothing(Judges.Code.CodeJudge judge, string name)
    {
        var kind = name[..name.IndexOf('/', StringComparison.Ordinal)];
        var verdict = await judge.Grade(Request(kind, Source(name), tight: true), TestContext.Current.CancellationToken);

        Assert.True(verdict.Reward == 0, $"{name}: {verdict.Outcome} {verdict.Detail}");
        Assert.True(verdict.Outcome is not (Outcome.Accepted or Outcome.PartiallyCorrect or Outcome.JudgeError), $"{name}: {verdict.Outcome} {verdict.Detail}");
        var honest = await judge.Grade(
            Request(kind, kind == "stdio" ? HonestStdio : HonestCall, tight: false), TestContext.Current.CancellationToken);
        Assert.True(honest.Passed, $"after {name}: {honest.Outcome} {honest.Detail}");
    }
}
