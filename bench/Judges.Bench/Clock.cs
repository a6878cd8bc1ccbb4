namespace Judges.Bench;

/// <summary>Times work: the best of several rounds, because what disturbs a measurement only ever makes it longer.</summary>
internal static class Clock
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>What this process has used of the processor, all its threads: unlike the time of day it does not grow with what else the machine does.</summary>
    public static double ProcessorSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>
    /// Repeats a call until it gets no faster: the runtime compiles anew in the background what runs often, seconds late on a busy machine, and
    /// until then the same work takes many times as long.
    /// </summary>
    public static void WarmUp(Action call)
    {
        var (best, since) = (TimeSpan.MaxValue, TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(since) < Settling)
        {
            var took = Cpu(call, 1);
            if (took < best * 0.9)
                (best, since) = (took, TimeProvider.System.GetTimestamp());
        }
    }

    /// <summary>Microseconds per call.</summary>
    public static double Microseconds(Action call)
    {
        var calls = 1;
        while (Elapsed(call, calls) < Round / 4)
            calls *= 2;
        return Enumerable.Range(0, Rounds).Min(_ => Elapsed(call, calls).TotalMicroseconds / calls);
    }

    /// <summary>Microseconds of processor time per call: what a core needs, whatever else the machine does.</summary>
    public static double CpuMicroseconds(Action call)
    {
        call();
        var calls = 1;
        while (Cpu(call, calls) < Round / 4)
            calls *= 2;
        return Enumerable.Range(0, Rounds).Min(_ => Cpu(call, calls).TotalMicroseconds / calls);
    }

    /// <summary>Seconds that the work takes, after a first pass that is not counted.</summary>
    public static async Task<double> Seconds(Func<Task> work, int rounds = 3)
    {
        await work();
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await work();
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        }
        return best;
    }

    private static TimeSpan Cpu(Action call, int calls)
    {
        var started = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < calls; i++)
            call();
        return Environment.CpuUsage.TotalTime - started;
    }

    private static TimeSpan Elapsed(Action call, int calls)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < calls; i++)
            call();
        return TimeProvider.System.GetElapsedTime(started);
    }
}
