using Judges.Training.Models;

namespace Trainer.Tests.Models;

public sealed class CounterRandomTests
{
    // The first outputs of SplitMix64 seeded with 1234567, as published with its reference implementation.
    [Theory]
    [InlineData(0, 6457827717110365317ul)]
    [InlineData(1, 3203168211198807973ul)]
    [InlineData(2, 9817491932198370423ul)]
    public void Bits_are_SplitMix64(ulong position, ulong expected) => Assert.Equal(expected, new CounterRandom(1234567).Bits(position));

    [Fact]
    public void Normal_has_mean_0_and_variance_1()
    {
        var random = new CounterRandom(7);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(i => random.Normal((ulong)i))];

        Assert.InRange(draws.Average(), -0.03, 0.03);
        Assert.InRange(draws.Average(static draw => draw * draw), 0.97, 1.03);
    }

    [Fact]
    public void Forks_and_seeds_do_not_repeat_each_other()
    {
        CounterRandom[] randoms = [new(1), new(2), new CounterRandom(1).Fork(0), new CounterRandom(1).Fork(1), new CounterRandom(2).Fork(0)];

        var draws = randoms.SelectMany(static random => Enumerable.Range(0, 1000).Select(i => random.Bits((ulong)i)));

        Assert.Equal(5000, draws.Distinct().Count());
    }

    [Fact]
    public void Uniform_stays_below_1() =>
        Assert.All(Enumerable.Range(0, 10_000), i => Assert.InRange(new CounterRandom(3).Uniform((ulong)i), 0f, 1f - 1f / (1 << 23)));
}
