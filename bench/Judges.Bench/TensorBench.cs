using System.Diagnostics;
using System.Text.Json;
using static TorchSharp.torch;

namespace Judges.Bench;

/// <summary>What a call into libtorch costs, operator by operator; against Python's PyTorch on the same libtorch where this machine has it. One thread each, processor time.</summary>
internal static class TensorBench
{
    private const string Python = "/usr/bin/python3"; // the one that python3-torch is installed for

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        var ours = Ours();
        foreach (var (name, microseconds) in ours)
            report.Line(name, microseconds, "µs");
        if (await Theirs(cancellationToken) is not { } theirs)
        {
            report.Note($"no PyTorch for {Python} on this machine, so nothing to compare with: apt-get install python3-torch");
            return;
        }

        foreach (var (name, microseconds) in theirs)
            report.Line($"{name}, from Python", microseconds, "µs");
        foreach (var (name, microseconds) in ours)
            report.Ratio($"tensors: {name}, Python's time over ours", theirs[name] / microseconds);
    }

    // The same in bench/pytorch_twin/operators.py.
    private static Dictionary<string, double> Ours()
    {
        var (a, b, m, w, x) = (ones(16), ones(16), ones(128, 128), ones(16, 16).requires_grad_(), ones(4, 16));
        var times = new Dictionary<string, double>();
        using (no_grad())
        {
            times["add"] = Clock.CpuMicroseconds(() => a.add(b).Dispose());
            times["add_"] = Clock.CpuMicroseconds(() => a.add_(b).Dispose());
            times["view"] = Clock.CpuMicroseconds(() => a.view(4, 4).Dispose());
            times["narrow"] = Clock.CpuMicroseconds(() => a.narrow(0, 4, 8).Dispose());
            times["cat"] = Clock.CpuMicroseconds(() => cat([a, b]).Dispose());
            times["sum"] = Clock.CpuMicroseconds(() => a.sum().Dispose());
            times["softmax"] = Clock.CpuMicroseconds(() => a.softmax(-1).Dispose());
            times["matmul"] = Clock.CpuMicroseconds(() => m.matmul(m).Dispose());
        }

        times["step"] = Clock.CpuMicroseconds(() =>
        {
            using var step = NewDisposeScope();
            x.mm(w).tanh().square().mean().backward();
            w.grad = null;
        });
        return times;
    }

    private static async Task<Dictionary<string, double>?> Theirs(CancellationToken cancellationToken)
    {
        if (!File.Exists(Python))
            return null;

        var script = Path.Combine(AppContext.BaseDirectory, "pytorch_twin", "operators.py");
        var start = new ProcessStartInfo(Python, [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1"; // set_num_threads, which the script calls, leaves OpenBLAS as it is
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(output) : null;
    }
}
