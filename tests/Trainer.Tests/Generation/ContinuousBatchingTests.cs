using Judges.Training.Generation;
using Judges.Training.Models;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Generation;

/// <summary>Few rows at once, so that prompts wait for places, columns run out and rows are dropped: the answers are those of one large batch.</summary>
public sealed class ContinuousBatchingTests
{
    // Twelve prompts of 1 to 8 tokens.
    private static readonly int[][] s_prompts = [.. Enumerable.Range(0, 12).Select(static prompt =>
        Enumerable.Range(0, 1 + prompt * 5 % 8).Select(i => 1 + (prompt * 7 + i * 3) % 11).ToArray())];

    public static TheoryData<string> Parts { get; } = ["plain", .. Models.Parts.All.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_prompt_that_waited_is_answered_as_in_one_large_batch(string part)
    {
        using var policy = Build(part);
        var whole = Generate(policy, 2, Tiny.Sampling(12));

        foreach (var rows in (int[])[1, 2, 6])
        {
            var few = Generate(policy, 2, Tiny.Sampling(12) with { MaxRows = rows });

            Assert.Equal(Tokens(whole), Tokens(few));
            for (var i = 0; i < few.Count; i++)
                Tiny.AssertClose([.. whole[i].Logprobs], [.. few[i].Logprobs], 2e-5);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Log_probabilities_of_late_rows_are_those_of_a_full_forward_pass(bool learnedPositions)
    {
        using var policy = new Decoder(Tiny.Config with { LearnedPositions = learnedPositions }, seed: 5);

        var completions = Generate(policy, 3, Tiny.Sampling(12) with { MaxRows = 6 });

        for (var i = 0; i < completions.Count; i++)
        {
            long[] row = [.. s_prompts[i / 3], .. completions[i].Tokens];
            var logprobs = policy.Logits(tensor(row).unsqueeze(0)).log_softmax(-1)[0];
            float[] full = [.. completions[i].Tokens.Select((token, t) => Tiny.Values(logprobs[s_prompts[i / 3].Length - 1 + t])[token])];
            Tiny.AssertClose(full, [.. completions[i].Logprobs], 2e-5);
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(4)]
    public void Recorded_experts_are_those_of_a_full_forward_pass(int rows)
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        var completions = Generate(policy, 2, Tiny.Sampling(6) with { MaxRows = rows, RecordExperts = true });

        for (var i = 0; i < completions.Count; i++)
        {
            long[] read = [.. s_prompts[i / 2], .. completions[i].Tokens.SkipLast(1)];
            var routes = policy.Fuse(ExpertPath.Grouped).Forward(PaddedRows.Unpadded(tensor(read).unsqueeze(0)), null, false, keepRoutes: true).Routes;
            Assert.Equal(Sorted(ChosenExperts.ByToken(routes)), Sorted(completions[i].Experts!));
        }
    }

    [Fact]
    public void A_group_larger_than_the_rows_is_not_divided()
    {
        using var policy = new Decoder(Tiny.Config, seed: 5);

        Assert.Equal(Tokens(Generate(policy, 5, Tiny.Sampling())), Tokens(Generate(policy, 5, Tiny.Sampling() with { MaxRows = 2 })));
    }

    private static Decoder Build(string part) => new(part == "plain" ? Tiny.Config : Models.Parts.All[part], seed: 11);

    private static IReadOnlyList<Completion> Generate(Decoder policy, int groupSize, SamplingOptions options) =>
        new Generator(policy).Generate(s_prompts, groupSize, options, seed: 3, TestContext.Current.CancellationToken);

    private static string Tokens(IReadOnlyList<Completion> completions) => string.Join('\n', completions.Select(static completion => string.Join(' ', completion.Tokens)));

    // Of a token's experts in a layer the order does not count: two that are chosen with nearly equal scores may change places.
    private static string Sorted(IEnumerable<ushort[]> tokens) => string.Join('\n', tokens.Select(static token =>
        string.Join(' ', token.Chunk(Tiny.Config.ExpertsPerToken).SelectMany(static layer => layer.Order()))));
}
