using Judges;
using Judges.Training.Generation;
using Judges.Training.Models;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Generation;

public sealed class GeneratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Recorded_logprobs_are_those_of_a_full_forward_pass(bool learnedPositions)
    {
        using var policy = new Decoder(Tiny.Config with { LearnedPositions = learnedPositions }, seed: 5);

        var completions = Generate(policy, Tiny.RaggedPrompts, 6, Tiny.Sampling(12));

        for (var i = 0; i < completions.Count; i++)
            Tiny.AssertClose(FullForward(policy, Tiny.RaggedPrompts[i / 6], completions[i].Tokens), [.. completions[i].Logprobs], 1e-5);
    }

    [Fact]
    public void Hotter_sampling_records_logprobs_at_temperature_1()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        var completions = Generate(policy, [[3, 4]], 8, Tiny.Sampling() with { Temperature = 3 });

        Assert.All(completions, completion => Tiny.AssertClose(FullForward(policy, [3, 4], completion.Tokens), [.. completion.Logprobs], 1e-5));
    }

    [Fact]
    public void The_same_seed_gives_the_same_completions_and_another_gives_others()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        Assert.Equal(Tokens(Generate(policy, Tiny.RaggedPrompts, 4, Tiny.Sampling())), Tokens(Generate(policy, Tiny.RaggedPrompts, 4, Tiny.Sampling())));
        Assert.NotEqual(
            Tokens(Generate(policy, Tiny.RaggedPrompts, 4, Tiny.Sampling(), seed: 1)),
            Tokens(Generate(policy, Tiny.RaggedPrompts, 4, Tiny.Sampling(), seed: 2)));
    }

    [Fact]
    public void Greedy_answers_do_not_depend_on_the_batch()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);
        var greedy = Tiny.Sampling(12) with { Greedy = true };

        var together = Generate(policy, Tiny.RaggedPrompts, 2, greedy);
        var alone = Tiny.RaggedPrompts.SelectMany(prompt => Generate(policy, [prompt, prompt], 1, greedy)).ToList();

        Assert.Equal(Tokens(alone), Tokens(together));
    }

    [Fact]
    public void A_completion_ends_with_the_end_token_or_at_the_limit()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        var completions = Generate(policy, Tiny.RaggedPrompts, 40, Tiny.Sampling());

        Assert.Equal([FinishReason.Stop, FinishReason.Length], completions.Select(static completion => completion.FinishReason).Distinct().Order());
        Assert.All(completions, static completion =>
        {
            Assert.Equal(completion.Tokens.Count, completion.Logprobs.Count);
            Assert.DoesNotContain(Tiny.Eos, completion.Tokens.SkipLast(1));
            if (completion.FinishReason == FinishReason.Stop)
                Assert.Equal(Tiny.Eos, completion.Tokens[^1]);
            else
                Assert.True(completion.Tokens.Count == 8 && completion.Tokens[^1] != Tiny.Eos);
        });
    }

    [Fact]
    public void Prompts_that_cannot_be_continued_are_refused()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        Assert.Throws<ArgumentException>(() => Generate(policy, [[]], 1, Tiny.Sampling()));
        Assert.Throws<ArgumentException>(() => Generate(policy, [[99]], 1, Tiny.Sampling()));
        Assert.Throws<ArgumentException>(() => Generate(policy, [new int[20]], 1, Tiny.Sampling()));
        Assert.Empty(Generate(policy, [], 4, Tiny.Sampling()));
    }

    [Fact]
    public void Cancellation_stops_it()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        Assert.Throws<OperationCanceledException>(() =>
            new Generator(policy).Generate(Tiny.RaggedPrompts, 1, Tiny.Sampling(), 0, new CancellationToken(canceled: true)));
    }

    private static IReadOnlyList<Completion> Generate(
        Decoder policy, IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options, ulong seed = 11) =>
        new Generator(policy).Generate(prompts, groupSize, options, seed, TestContext.Current.CancellationToken);

    private static string Tokens(IReadOnlyList<Completion> completions) => string.Join('\n', completions.Select(static completion => string.Join(' ', completion.Tokens)));

    private static float[] FullForward(Decoder policy, int[] prompt, IReadOnlyList<int> completion)
    {
        long[] row = [.. prompt, .. completion];
        var logprobs = policy.Logits(tensor(row).unsqueeze(0)).log_softmax(-1)[0];
        return [.. completion.Select((token, i) => Tiny.Values(logprobs[prompt.Length - 1 + i])[token])];
    }
}
