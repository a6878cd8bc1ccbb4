using System.Numerics;

namespace Symbolics.Tests;

/// <summary>What costs more than a step is paid for before it is done.</summary>
public class WorkBudgetTests
{
    private const long MaxAllocated = 8 << 20;

    [Fact]
    public void Writing_a_long_number_in_digits_is_paid_for()
    {
        var number = new Token(TokenKind.Number, "", 0, 6, false, new Rational(BigInteger.Pow(10, 6000)));

        Assert.Null(number.Spelled(new WorkBudget(10_000)));
        Assert.Equal(6001, number.Spelled(new WorkBudget(WorkBudget.Default))!.Length);
    }

    [Theory]
    [InlineData("2√3", "2√1e6350")]
    [InlineData("x", @"x\sqrt{10^{6001}}")]
    public void The_root_of_a_long_number_gives_up_its_prime_factors_many_at_a_time(string gold, string answer)
    {
        Comparison.Of(gold, answer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(Equivalence.Different, Comparison.Of(gold, answer).Equivalence);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
    }
}
