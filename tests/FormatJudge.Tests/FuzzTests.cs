using Judges.Format.Conformance;

namespace FormatJudge.Tests;

public class FuzzTests
{
    /// <summary>A slice of what <c>./judges bench format --fuzz</c> runs.</summary>
    [Fact]
    public void Mutated_requests_are_judged_alike_twice_and_break_nothing() =>
        Assert.Empty(FormatFuzz.Run(20_000, seed: 20261126, TimeProvider.System, TestContext.Current.CancellationToken));
}
