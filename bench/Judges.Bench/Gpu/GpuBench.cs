using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>
/// What one GPU does with the trainer's own code: its ceilings, one routed layer against them, a training step and generation of a
/// mixture of experts in the shape of OLMoE-1B-7B with random weights.
/// </summary>
internal static class GpuBench
{
    public static Task Measure(Report report, CancellationToken cancellationToken)
    {
        if (!cuda.is_available())
        {
            report.Note("skipped: no CUDA device, or a libtorch without CUDA (LIBTORCH names one)");
            return Task.CompletedTask;
        }

        set_default_device(CUDA);
        report.Note($"libtorch {__version__}, {DeviceMemory.Of(CUDA).Total / (1L << 30)} GiB of device memory");
        OperatorOverhead(report);
        var ceilings = Ceilings.Measure(report);
        LayerBench.Measure(report, ceilings);
        cancellationToken.ThrowIfCancellationRequested();
        StepBench.Measure(report, ceilings, cancellationToken);
        GenerationBench.Measure(report, cancellationToken);
        return Task.CompletedTask;
    }

    private static void OperatorOverhead(Report report)
    {
        using var mode = no_grad();
        using var a = ones(16);
        using var b = ones(16);
        report.Line("add, 16 numbers, asked of the device", Clock.Microseconds(() => a.add(b).Dispose()), "µs");
    }
}
