using Judges;
using Judges.Training.Generation;
using Judges.Training.Rollouts;

namespace Trainer.Tests.Rollouts;

public sealed class LengthPenaltyTests
{
    private const int Start = 1;
    private const int End = 2;

    private readonly LengthPenalty _penalty = new(truncated: 0.3, thoughtToken: 0.05, Start, End);

    [Theory]
    [InlineData(new[] { Start, 9, End, 5, 0 }, FinishReason.Stop, 0)]
    [InlineData(new[] { Start, 9, 9, 9, End, 5, 0 }, FinishReason.Stop, 0.1)]
    [InlineData(new[] { Start, 9, 9, 9, End, 5 }, FinishReason.Length, 0.4)]
    [InlineData(new[] { Start, 9, 9, 9, 9 }, FinishReason.Length, 0.3)]
    [InlineData(new[] { 9, Start, 9, 9, End, 0 }, FinishReason.Stop, 0)]
    [InlineData(new[] { Start, End, 0 }, FinishReason.Stop, 0)]
    [InlineData(new int[0], FinishReason.Length, 0.3)]
    public void Being_cut_off_and_each_token_of_thought_beyond_the_first_have_their_price(int[] tokens, FinishReason finish, double price) =>
        Assert.Equal(price, _penalty.Of(new Completion { Tokens = tokens, Logprobs = new float[tokens.Length], FinishReason = finish }), 12);
}
