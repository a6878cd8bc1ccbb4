using Judges.Training.Generation;
using Judges.Training.Learning;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>Whole training steps: forward, backward with recomputed layers, clipping and AdamW over fp32 weights, in bf16.</summary>
internal static class StepBench
{
    private const int Columns = 2048, Rows = 16, Prompt = 128, MicrobatchTokens = 8192;
    private const int Steps = 3;
    private const double NominalFlops = 989.5e12; // dense bf16 of an H100 or H200 SXM, by the data sheet

    public static void Measure(Report report, Ceilings ceilings, CancellationToken cancellationToken)
    {
        foreach (var layers in new[] { Olmoe.Layers, 8, 4 })
        {
            try
            {
                Measure(report, ceilings, layers, cancellationToken);
                return;
            }
            catch (TorchOutOfMemoryException)
            {
                report.Note($"a training step of {layers} layers does not fit this device's memory");
            }

            GC.Collect();
            DeviceMemory.EmptyCache(CUDA);
        }
    }

    private static void Measure(Report report, Ceilings ceilings, int layers, CancellationToken cancellationToken)
    {
        using var policy = Olmoe.Random(layers);
        policy.RecomputeActivations = true;
        using var learner = new GrpoLearner(policy, new() { MicrobatchTokens = MicrobatchTokens, MaxCompletionTokens = Columns, BalanceRate = 0 });
        var batch = Batch(policy.Config.VocabularySize);
        DeviceMemory.ResetPeak(CUDA);
        learner.Step(batch, cancellationToken);
        double[] seconds = [.. Enumerable.Range(0, Steps).Select(_ => DeviceClock.Once(() => learner.Step(batch, cancellationToken)))];
        Array.Sort(seconds);

        var step = seconds[Steps / 2];
        var tokens = (double)Rows * Columns;
        var flops = 3 * tokens * Olmoe.ForwardFlops(policy.Config, Columns);
        var shape = $"step, {layers} layers, {policy.Parameters.Count / 1e9:N2} G weights";
        report.Line($"{shape}, {Rows} rows of {Columns}", step * 1e3, "ms");
        report.Line(shape, tokens / step, "tokens/s");
        report.Line(shape, flops / step / 1e12, "TFLOP/s");
        report.Line($"{shape}, peak memory", DeviceMemory.Of(CUDA).PeakAllocated / (double)(1L << 30), "GiB");
        report.Line("MFU, of 989.5 TFLOP/s", 100 * flops / step / NominalFlops, "%");
        report.Ratio($"gpu: {layers}-layer step's arithmetic, of the device's best", flops / step / ceilings.Flops);
    }

    private static List<TrainingSequence> Batch(int vocabulary)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Rows).Select(row => new TrainingSequence(Tokens(Prompt), Answer(Columns + 1 - Prompt), row % 2 == 0 ? 1 : -1))];

        int[] Tokens(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(vocabulary))];
        Completion Answer(int count) => new()
        {
            Tokens = Tokens(count),
            Logprobs = [.. Enumerable.Repeat(-(float)Math.Log(vocabulary), count)],
            FinishReason = FinishReason.Length,
        };
    }
}
