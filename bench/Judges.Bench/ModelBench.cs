using System.Text.Json;
using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;

namespace Judges.Bench;

/// <summary>A whole training step: forward, policy loss, backward, clipping, AdamW; against the same in PyTorch. One thread each, processor time.</summary>
internal static class ModelBench
{
    private const int PromptTokens = 32, CompletionTokens = 96, Rows = 8, Steps = 10;
    private const double LearningRate = 1e-3;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        TorchSettings.Threads();
        foreach (var (name, config) in BenchModels.All)
        {
            using var model = new Decoder(config, seed: 1);
            var batch = Rollouts(config);
            var twin = await PyTorchTwin.Run(report, model, Job(batch), cancellationToken);
            WarmUp(config, batch, cancellationToken);
            var steps = Train(model, batch, out var seconds, cancellationToken);
            report.Line($"{name}: training step of {Rows} x {PromptTokens + CompletionTokens} tokens", seconds * 1000, "ms");
            if (twin is not { } peer)
                continue;

            var theirs = peer.GetProperty("seconds").GetDouble();
            report.Line($"{name}: the same step in PyTorch", theirs * 1000, "ms");
            report.Note($"{name}: losses and gradient norms of {Steps} steps agree within {Difference(steps, peer):E1}");
            report.Ratio($"model: {name}, PyTorch's step against ours", theirs / seconds);
        }
    }

    // Rollouts need not come from the model: tokens, log-probabilities and advantages are what a step takes.
    private static List<TrainingSequence> Rollouts(DecoderConfig config)
    {
        var random = new CounterRandom(7);
        return [.. Enumerable.Range(0, Rows).Select(row =>
        {
            var source = random.Fork((ulong)row);
            int[] tokens = [.. Enumerable.Range(0, PromptTokens + CompletionTokens).Select(i => (int)(source.Bits((ulong)i) % (ulong)config.VocabularySize))];
            var completion = new Completion
            {
                Tokens = tokens[PromptTokens..],
                Logprobs = [.. Enumerable.Repeat((float)-Math.Log(config.VocabularySize), CompletionTokens)],
                FinishReason = FinishReason.Length,
            };
            return new TrainingSequence(tokens[..PromptTokens], completion, row % 2 == 0 ? 1 : -0.5);
        })];
    }

    private static void WarmUp(DecoderConfig config, List<TrainingSequence> batch, CancellationToken cancellationToken)
    {
        using var model = new Decoder(config, seed: 2);
        using var learner = Learner(model);
        Clock.WarmUp(() => learner.Step(batch, cancellationToken));
    }

    private static GrpoLearner Learner(Decoder model) => new(model, new GrpoOptions
    {
        Schedule = new Schedule { LearningRate = LearningRate, FinalLearningRate = LearningRate, WarmupSteps = 0, EntropyBonus = 0 },
    });

    private static List<StepMetrics> Train(Decoder model, List<TrainingSequence> batch, out double seconds, CancellationToken cancellationToken)
    {
        using var learner = Learner(model);
        var steps = new List<StepMetrics>();
        seconds = double.MaxValue;
        for (var i = 0; i < Steps; i++)
        {
            var started = Clock.ProcessorSeconds;
            steps.Add(learner.Step(batch, cancellationToken));
            seconds = Math.Min(seconds, Clock.ProcessorSeconds - started);
        }
        return steps;
    }

    private static double Difference(List<StepMetrics> steps, JsonElement peer) => steps.Index().Max(step => Math.Max(
        Math.Abs(step.Item.Loss - peer.GetProperty("losses")[step.Index].GetDouble()),
        Math.Abs(step.Item.GradNorm - peer.GetProperty("norms")[step.Index].GetDouble())));

    private static Dictionary<string, object> Job(List<TrainingSequence> batch) => new()
    {
        ["kind"] = "train",
        ["promptTokens"] = PromptTokens,
        ["rows"] = batch.Select(static sequence => sequence.Prompt.Concat(sequence.Completion.Tokens)),
        ["logprobs"] = batch.Select(static sequence => sequence.Completion.Logprobs),
        ["advantages"] = batch.Select(static sequence => sequence.Advantage),
        ["learningRate"] = LearningRate,
        ["steps"] = Steps,
    };
}
