using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests;

/// <summary>A model small enough to train within a test.</summary>
internal static class Tiny
{
    public const int Eos = 0;

    public static readonly DecoderConfig Config = new()
    {
        VocabularySize = 12,
        HiddenSize = 16,
        Layers = 3,
        Heads = 4,
        KeyValueHeads = 2,
        HeadSize = 4,
        DenseIntermediateSize = 24,
        ExpertIntermediateSize = 8,
        Experts = 4,
        SharedExperts = 2,
        RopeTheta = 100,
        RoutedScaling = 1.5,
        InitialStd = 0.3,
        MaxPositions = 24,
    };

    public static readonly int[][] RaggedPrompts = [[3, 4, 5, 6, 7], [8], [9, 10, 11]];

    public static SamplingOptions Sampling(int maxTokens = 8) => new() { MaxTokens = maxTokens, EosToken = Eos };

    public static float[] Values(Tensor tensor) => tensor.detach().contiguous().cpu().data<float>().ToArray();

    public static Dictionary<string, float[]> Weights(Decoder decoder) =>
        decoder.Parameters.All.ToDictionary(static parameter => parameter.Key, static parameter => Values(parameter.Value));

    /// <summary>One batch of rollouts whose advantages are made up from their tokens.</summary>
    public static List<TrainingSequence> Rollouts(Decoder policy, ulong seed, int groupSize = 4)
    {
        var completions = new Generator(policy).Generate(RaggedPrompts, groupSize, Sampling(), seed, CancellationToken.None);
        return [.. completions.Select((completion, i) => new TrainingSequence(RaggedPrompts[i / groupSize], completion, (completion.Tokens.Sum() % 5 - 2) / 2.0))];
    }

    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"[{i}]: {actual[i]} where {expected[i]} ± {tolerance} was due");
    }
}
