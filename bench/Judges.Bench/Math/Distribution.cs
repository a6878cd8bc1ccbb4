using System.Globalization;

namespace Judges.Bench;

/// <summary>How long the calls of a set take, each at its best of some passes: what disturbs a call only ever makes it longer.</summary>
internal sealed record Distribution(double Mean, double Median, double P99, double Max, double Bytes)
{
    private const int Passes = 12;

    // As long as the runtime takes to compile what is called often once more and for speed.
    private const double WarmSeconds = 10;

    /// <summary>Calls until the process is as warm as one that judges a training run.</summary>
    public static void Warm<T>(IReadOnlyList<T> items, Action<T> call)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started).TotalSeconds < WarmSeconds)
        {
            foreach (var item in items)
                call(item);
        }
    }

    public static Distribution Measure<T>(IReadOnlyList<T> items, Action<T> call)
    {
        var best = new double[items.Count];
        Array.Fill(best, double.MaxValue);
        var bytes = 0L;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < items.Count; i++)
            {
                var started = TimeProvider.System.GetTimestamp();
                call(items[i]);
                best[i] = Math.Min(best[i], TimeProvider.System.GetElapsedTime(started).TotalMicroseconds);
            }
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        return Of(best, (double)bytes / items.Count);
    }

    public static Distribution Of(double[] microseconds, double bytes)
    {
        Array.Sort(microseconds);
        return new(microseconds.Average(), At(0.5), At(0.99), microseconds[^1], bytes);

        double At(double share) => microseconds[Math.Min(microseconds.Length - 1, (int)(share * microseconds.Length))];
    }

    public void Print(Report report, string name) => report.Note(string.Create(CultureInfo.InvariantCulture,
        $"{name}: mean {Mean:N1} µs, median {Median:N1}, p99 {P99:N0}, max {Max:N0}; {Bytes:N0} bytes per verdict"));
}
