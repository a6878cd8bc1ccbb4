namespace Judges.Bench;

/// <summary>One way to run the same programs. Those that are compared take turns, so that what else the machine does meets all of them.</summary>
internal sealed class CodeTurn(string name, CodeWork work, Func<int, Task> run)
{
    private readonly List<double> _latencies = [];

    public string Name => name;

    /// <summary>Seconds for all programs, one at a time: the best turn.</summary>
    public double Alone { get; private set; } = double.MaxValue;

    /// <summary>Seconds for all programs, one at a time on each core: the best turn.</summary>
    public double Together { get; private set; } = double.MaxValue;

    public async Task Take(CancellationToken cancellationToken)
    {
        Alone = Math.Min(Alone, await Seconds(1, Timed, cancellationToken));
        Together = Math.Min(Together, await Seconds(Environment.ProcessorCount, run, cancellationToken));
    }

    /// <summary>Milliseconds of one program, one at a time, over all turns: the given part of them took no longer.</summary>
    public double Latency(double part)
    {
        _latencies.Sort();
        return _latencies[(int)(_latencies.Count * part)];
    }

    private async Task Timed(int number)
    {
        var started = TimeProvider.System.GetTimestamp();
        await run(number);
        _latencies.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<double> Seconds(int atATime, Func<int, Task> each, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, work.Programs),
            new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellationToken }, async (number, _) => await each(number));
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
