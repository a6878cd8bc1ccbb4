using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>What this device does at best, measured with the libtorch that everything else is measured with.</summary>
/// <param name="Flops">of a large bf16 product, per second</param>
/// <param name="Bytes">read and written by a large copy, per second</param>
internal readonly record struct Ceilings(double Flops, double Bytes)
{
    private const int Side = 8192;
    private const long CopyBytes = 4L << 30;

    public static Ceilings Measure(Report report)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        var (a, b) = (randn(Side, Side, ScalarType.BFloat16), randn(Side, Side, ScalarType.BFloat16));
        var product = DeviceClock.Seconds(() => a.mm(b).Dispose());
        var (from, to) = (zeros(CopyBytes, ScalarType.Byte), zeros(CopyBytes, ScalarType.Byte));
        var copy = DeviceClock.Seconds(() => to.copy_(from).Dispose());
        var ceilings = new Ceilings(2.0 * Side * Side * Side / product, 2.0 * CopyBytes / copy);
        report.Line($"bf16 product, {Side} x {Side} x {Side}", ceilings.Flops / 1e12, "TFLOP/s");
        report.Line("copy, bytes read and written", ceilings.Bytes / 1e12, "TB/s");
        return ceilings;
    }

    /// <summary>The least time for so much arithmetic and so much traffic.</summary>
    public double Floor(double flops, double bytes) => Math.Max(flops / Flops, bytes / Bytes);
}
