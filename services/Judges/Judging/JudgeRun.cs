using System.Globalization;
using System.Text.Json;
using Judges.Hosting;

namespace Judges.Standalone.Judging;

/// <summary>One pass over a stream of requests.</summary>
internal sealed class JudgeRun(JudgePanel panel, TimeProvider time, TextWriter status, bool liveProgress)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(250);

    private readonly SortedDictionary<Outcome, long> _outcomes = [];
    private long _judged;
    private long _unreadable;

    /// <summary>Judges every line and returns the process's exit code.</summary>
    public async Task<int> Judge(TextReader input, TextWriter output, int parallelism, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var shown = started;
        var lines = LineGrading.Grade(input.ReadLines(cancellationToken), JudgesJson.Default.GradeRequest, panel.Grade, parallelism, cancellationToken);
        await using var line = lines.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = line.MoveNextAsync();
            // A verdict never waits in our buffer for the next one: flush before waiting, and only then.
            if (!next.IsCompleted)
                await output.FlushAsync(cancellationToken);
            if (!await next)
                break;
            await output.WriteAsync(line.Current.Json);
            await output.WriteAsync('\n');
            await Count(line.Current);
            if (liveProgress && time.GetElapsedTime(shown) >= ProgressEvery)
            {
                shown = time.GetTimestamp();
                await status.WriteAsync($"\r\e[K{Total(time.GetElapsedTime(started))}");
            }
        }
        await output.FlushAsync(cancellationToken);
        await status.WriteLineAsync((liveProgress ? "\r\e[K" : "") + Total(time.GetElapsedTime(started)) + Outcomes());
        return _unreadable == 0 ? 0 : JudgeCommand.Unreadable;
    }

    private async ValueTask Count(GradedLine line)
    {
        if (line.Outcome is { } outcome)
        {
            _judged++;
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        }
        else
        {
            _unreadable++;
            if (liveProgress)
                await status.WriteAsync("\r\e[K");
            await status.WriteLineAsync("judges: " + JsonDocument.Parse(line.Json).RootElement.GetProperty("error").GetString());
        }
    }

    private string Total(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture,
        $"{_judged:N0} judged in {elapsed.TotalSeconds:0.0} s ({_judged / Math.Max(elapsed.TotalSeconds, 1e-3):N0}/s)")
        + (_unreadable == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {_unreadable:N0} unreadable"));

    private string Outcomes() => _outcomes.Count == 0 ? ""
        : ": " + string.Join(", ", _outcomes.Select(static o => string.Create(CultureInfo.InvariantCulture, $"{o.Value:N0} {o.Key.OnTheWire}")));
}
