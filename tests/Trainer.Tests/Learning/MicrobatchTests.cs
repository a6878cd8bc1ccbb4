using Judges;
using Judges.Training.Generation;
using Judges.Training.Learning;

namespace Trainer.Tests.Learning;

public sealed class MicrobatchTests
{
    [Fact]
    public void Prompts_end_and_completions_begin_in_one_column()
    {
        TrainingSequence[] sequences = [Sequence([7, 8], [4, 5, 0], 1), Sequence([9], [6], -1)];

        var batch = Microbatch.Pack(sequences, [0.25f, 0.5f]);

        Assert.Equal([7, 8, 4, 5, 0, 9, 0, 0], batch.Rows.Tokens.data<long>().ToArray());
        Assert.Equal([1, 1, 1, 1, 0, 1, 0, 0], Tiny.Values(batch.Rows.Visible!));
        Assert.Equal([1, 2, 3, 5], batch.Positions.data<long>().ToArray());
        Assert.Equal([4, 5, 0, 6], batch.Targets.data<long>().ToArray());
        Assert.Equal([1, 1, 1, -1], batch.Advantages);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.5f], batch.Weights);
    }

    [Fact]
    public void Cut_respects_the_limit_and_loses_nothing()
    {
        TrainingSequence[] sequences = [.. new[] { 3, 3, 3, 9, 1, 1, 1, 1 }.Select(static length => Sequence([1, 2], new int[length], 0))];

        var parts = Microbatch.Cut(sequences, maxTokens: 8).ToList();

        Assert.Equal([0..2, 2..3, 3..4, 4..8], parts);
    }

    private static TrainingSequence Sequence(int[] prompt, int[] tokens, double advantage) =>
        new(prompt, new Completion { Tokens = tokens, Logprobs = new float[tokens.Length], FinishReason = FinishReason.Stop }, advantage);
}
