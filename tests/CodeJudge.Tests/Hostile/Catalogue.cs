using System.Text;
using Judges;

namespace CodeJudge.Tests.Hostile;

/// <summary>The programs in this folder, each of which tries to earn what it cannot solve; the task is n*n + 41.</summary>
internal static class Catalogue
{
    public const string HonestCall = "def f(n):\n    return n * n + 41";
    public const string HonestStdio = "n = int(input())\nprint(n * n + 41)";

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
        var request = kind == "call"
            ? Ask.Call(program, "f", ("[30]", "941"), ("[41]", "1722"))
            : Ask.Stdio(program, ("30\n", "941\n"), ("41\n", "1722\n"));
        return tight ? request with { Limits = _tight } : request;
    }

    /// <summary>The hostile program earns nothing, is not taken for a fault of ours, and the honest one after it is accepted.</summary>
    public static async Task MustEarnNothing(Judges.Code.CodeJudge judge, string name)
    {
        var kind = name[..name.IndexOf('/', StringComparison.Ordinal)];
        var verdict = await judge.Grade(Request(kind, Source(name), tight: true), TestContext.Current.CancellationToken);

        Assert.Equal(0, verdict.Reward);
        Assert.True(verdict.Outcome is not (Outcome.Accepted or Outcome.PartiallyCorrect or Outcome.JudgeError), $"{name}: {verdict.Outcome} {verdict.Detail}");
        var honest = await judge.Grade(
            Request(kind, kind == "call" ? HonestCall : HonestStdio, tight: false), TestContext.Current.CancellationToken);
        Assert.True(honest.Passed, $"after {name}: {honest.Outcome} {honest.Detail}");
    }
}
