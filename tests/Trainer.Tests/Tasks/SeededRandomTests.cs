using Judges.Training.Tasks;

namespace Trainer.Tests.Tasks;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_same_keys_give_the_same_stream_and_other_keys_another()
    {
        Assert.Equal(Draw(1, 2), Draw(1, 2));
        Assert.NotEqual(Draw(1, 2), Draw(2, 1));
        Assert.NotEqual(Draw(1, 2), Draw(1, 3));
    }

    [Fact]
    public void Bounded_draws_are_uniform()
    {
        var random = new SeededRandom(42);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
            counts[random.Next(10)]++;

        // Six standard deviations of a binomial(100000, 1/10).
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 570, 10_000 + 570));
    }

    [Fact]
    public void A_shuffle_keeps_every_value()
    {
        var values = Enumerable.Range(0, 100).ToArray();

        new SeededRandom(7).Shuffle<int>(values);

        Assert.NotEqual(Enumerable.Range(0, 100), values);
        Assert.Equal(Enumerable.Range(0, 100), values.Order());
    }

    private static ulong[] Draw(ulong seed, params ulong[] keys)
    {
        var random = new SeededRandom(seed, keys);
        return [random.Next(), random.Next(), random.Next()];
    }
}
