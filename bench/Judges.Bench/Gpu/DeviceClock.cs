using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>Times work that a device does on its own time: it is waited for before the clock is read.</summary>
internal static class DeviceClock
{
    private const int Repeats = 5;
    private const int Rounds = 5;

    /// <summary>The median of several rounds, of several calls each, after two calls that are not counted.</summary>
    public static double Seconds(Action work)
    {
        work();
        work();
        cuda.synchronize();
        var rounds = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < Repeats; i++)
                work();
            cuda.synchronize();
            rounds[round] = TimeProvider.System.GetElapsedTime(started).TotalSeconds / Repeats;
        }

        Array.Sort(rounds);
        return rounds[Rounds / 2];
    }

    /// <summary>One call.</summary>
    public static double Once(Action work)
    {
        cuda.synchronize();
        var started = TimeProvider.System.GetTimestamp();
        work();
        cuda.synchronize();
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
