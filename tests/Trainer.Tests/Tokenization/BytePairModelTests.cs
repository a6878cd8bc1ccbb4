using Judges.Training.Models;
using Judges.Training.Tokenization;

namespace Trainer.Tests.Tokenization;

public sealed class BytePairModelTests
{
    [Fact]
    public void It_joins_as_the_definition_says()
    {
        const ulong Seed = 5;
        var random = new CounterRandom(Seed);
        for (ulong round = 0; round < 500; round++)
        {
            var numbers = random.Fork(round);
            var merges = new Dictionary<(int, int), BytePairModel.Merge>();
            for (var rank = 0; rank < 12; rank++)
                merges.TryAdd(((int)(numbers.Bits((ulong)rank) % (ulong)(4 + rank)), (int)(numbers.Bits((ulong)(50 + rank)) % (ulong)(4 + rank))), new(rank, 4 + rank));
            int[] symbols = [.. Enumerable.Range(0, 30).Select(i => (int)(numbers.Bits((ulong)(100 + i)) % 4))];

            Assert.True(
                Slowly(symbols, merges).SequenceEqual(new BytePairModel(new Dictionary<string, int>(), merges).Join(symbols)),
                $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void A_long_word_takes_no_longer_than_a_long_text() =>
        Assert.Equal(1 << 16, new BytePairModel(new Dictionary<string, int>(), new Dictionary<(int, int), BytePairModel.Merge> { [(0, 0)] = new(0, 1) }).Join(new int[1 << 17]).Count);

    private static List<int> Slowly(int[] symbols, Dictionary<(int, int), BytePairModel.Merge> merges)
    {
        var joined = symbols.ToList();
        while (true)
        {
            var best = Enumerable.Range(0, joined.Count - 1).Where(i => merges.ContainsKey((joined[i], joined[i + 1])))
                .Select(i => (merges[(joined[i], joined[i + 1])].Rank, Place: i)).DefaultIfEmpty((Rank: -1, Place: -1)).Min();
            if (best.Place < 0)
                return joined;
            joined[best.Place] = merges[(joined[best.Place], joined[best.Place + 1])].Joined;
            joined.RemoveAt(best.Place + 1);
        }
    }
}
