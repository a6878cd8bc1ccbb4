using Judges.Mathematics;
using Symbolics;

namespace MathJudge.Tests;

public class GoldCacheTests
{
    [Fact]
    public void A_group_reads_its_gold_once()
    {
        var cache = new GoldCache();

        Assert.Same(cache.Of(@"\frac12"), cache.Of(new string(@"\frac12")));
        Assert.NotSame(cache.Of("1"), cache.Of("2"));
    }

    [Theory]
    [InlineData(@"\sqrt{8}", @"2\sqrt2", Equivalence.Equal)]
    [InlineData(@"x^2-1", @"(x-1)(x+1)", Equivalence.Equal)]
    [InlineData(@"x^2-1", @"(x-1)^2", Equivalence.Different)]
    public void A_gold_that_was_read_before_gives_the_same_verdict(string gold, string answer, Equivalence expected)
    {
        var read = new GoldAnswer(gold);

        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, Comparison.Of(read, answer, ComparisonPolicy.Default).Equivalence);
        Assert.Equal(Comparison.Of(gold, answer), Comparison.Of(read, answer, ComparisonPolicy.Default));
    }
}
