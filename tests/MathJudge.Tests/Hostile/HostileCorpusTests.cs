using Symbolics;

namespace MathJudge.Tests.Hostile;

/// <summary>What is bounded is work and memory, never time: the same verdict on a slow machine. How long each takes is what `./judges bench math` prints.</summary>
public class HostileCorpusTests
{
    private const long MaxAllocated = 64 << 20;

    public static TheoryData<string> Names => [.. HostilePair.All().Select(static pair => pair.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_verdict_is_right_and_its_memory_is_bounded(string name)
    {
        var pair = HostilePair.All().Single(pair => pair.Name == name);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var verdict = Comparison.Of(pair.Gold, pair.Answer);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        if (pair.Expected is "notEqual")
            Assert.NotEqual(Equivalence.Equal, verdict.Equivalence);
        else
            Assert.Equal(pair.Expected, verdict.Equivalence.ToString(), ignoreCase: true);
        Assert.Equal(verdict, Comparison.Of(pair.Gold, pair.Answer));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_equals_itself(string name)
    {
        var pair = HostilePair.All().Single(pair => pair.Name == name);

        Assert.Equal(Equivalence.Equal, Comparison.Of(pair.Answer, pair.Answer).Equivalence);
    }
}
