using Judges.Training.Generation;
using Generator = Judges.Training.Generation.Generator;

namespace Judges.Bench.Gpu;

/// <summary>Sampling from the whole model: groups of answers to shared prompts, all to their full length.</summary>
internal static class GenerationBench
{
    private const int Prompt = 128, Answer = 128, Group = 8;

    public static void Measure(Report report, CancellationToken cancellationToken)
    {
        using var policy = Olmoe.Random(Olmoe.Layers);
        var random = new Random(2);
        foreach (var rows in new[] { 8, 256 })
        {
            int[][] prompts = [.. Enumerable.Range(0, rows / Group).Select(_ => Enumerable.Range(0, Prompt).Select(_ => random.Next(policy.Config.VocabularySize)).ToArray())];
            var options = new SamplingOptions { MaxTokens = Answer, EosToken = -1 };
            Generate(2);
            var seconds = DeviceClock.Once(() => Generate(1));
            report.Line($"generation, {rows} rows, prompt {Prompt}, answer {Answer}", rows * Answer / seconds, "tokens/s");

            void Generate(ulong seed) => new Generator(policy).Generate(prompts, Group, options, seed, cancellationToken);
        }
    }
}
