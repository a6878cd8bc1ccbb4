using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Judges.Bench;

/// <summary>What a call into libtorch costs apart from its arithmetic; against Python where this machine has PyTorch.</summary>
internal static class TensorBench
{
    private const string Python = """
        import time, torch
        torch.set_num_threads(1)
        a = torch.ones(16); b = torch.ones(16)
        best = 1e9
        with torch.no_grad():
            for _ in range(7):
                t = time.perf_counter()
                for _ in range(100000): a.add(b)
                best = min(best, (time.perf_counter() - t) / 100000)
        print(best * 1e6)
        """;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        set_num_threads(1);
        using var mode = no_grad();
        using var a = ones(16);
        using var b = ones(16);
        using var m = ones(128, 128);
        var add = Clock.Microseconds(() => a.add(b).Dispose());
        report.Line("add, 16 numbers", add, "µs");
        report.Line("add_, 16 numbers", Clock.Microseconds(() => a.add_(b).Dispose()), "µs");
        report.Line("view", Clock.Microseconds(() => a.view(4, 4).Dispose()), "µs");
        report.Line("matmul, 128 x 128", Clock.Microseconds(() => m.matmul(m).Dispose()), "µs");
        if (await PythonAdd(cancellationToken) is { } python)
        {
            report.Line("add, 16 numbers, from Python", python, "µs");
            report.Ratio("tensors: Python's small add against ours", python / add);
        }
        else
        {
            report.Note("no PyTorch for python3 on this machine, so nothing to compare with");
        }
    }

    private static async Task<double?> PythonAdd(CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", ["-c", Python]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return double.TryParse(await output, CultureInfo.InvariantCulture, out var microseconds) ? microseconds : null;
    }
}
