using Judges;
using Judges.Training.Generation;
using Judges.Training.Models;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Generation;

public sealed class EndingsTests
{
    [Theory]
    [InlineData("5", true)]
    [InlineData("3 7", true)]
    [InlineData("7 8 9", true)]
    [InlineData("8 9", false)]
    [InlineData("9", false)]
    [InlineData("7 8 9 9", false)]
    public void A_completion_ends_with_a_token_or_a_sequence(string tokens, bool ended)
    {
        var endings = new Endings(Tiny.Sampling() with { StopTokens = [5, 7], StopSequences = [[7, 8, 9], [1, 1]] });

        Assert.Equal(ended, endings.End([.. tokens.Split(' ').Select(int.Parse)]));
    }

    [Fact]
    public void Generation_stops_where_a_sequence_is_complete()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);
        var free = Generate(policy, Tiny.Sampling(12) with { Greedy = true, EosToken = -1 });
        int[] ending = [.. free.Tokens.Skip(4).Take(2)];

        var stopped = Generate(policy, Tiny.Sampling(12) with { Greedy = true, EosToken = -1, StopSequences = [ending] });

        Assert.Equal(FinishReason.Stop, stopped.FinishReason);
        Assert.Equal(ending, stopped.Tokens.TakeLast(2));
        Assert.Equal(free.Tokens.Take(stopped.Tokens.Count), stopped.Tokens);
    }

    private static Completion Generate(Decoder policy, SamplingOptions options) =>
        new Generator(policy).Generate([[3, 4, 5]], 1, options, 0, TestContext.Current.CancellationToken)[0];
}
