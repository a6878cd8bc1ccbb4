using System.Text.Json;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>A cheap judge's core, and the same requests as JSON lines in and out.</summary>
internal static class DoorBench
{
    public static async Task Measure<TRequest>(Report report, string name, IHost host, IReadOnlyList<TRequest> requests, CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        var core = host.Services.GetRequiredService<IJudge<TRequest>>();
        var next = 0;
        var direct = Clock.Microseconds(() => core.Grade(requests[next++ % requests.Count], cancellationToken).AsTask().GetAwaiter().GetResult());
        report.Line("core, one thread", direct, "µs per verdict");

        const int Lines = 20_000;
        var panel = host.Services.GetRequiredService<JudgePanel>();
        string[] texts = [.. requests.Select(static request => JsonSerializer.Serialize<GradeRequest>(request, JudgesJson.Default.GradeRequest))];
        var seconds = await Clock.Seconds(async () =>
        {
            var lines = LineGrading.Grade(Repeat(texts, Lines), JudgesJson.Default.GradeRequest, panel.Grade, Environment.ProcessorCount, cancellationToken);
            await foreach (var _ in lines)
            {
            }
        });
        report.Line($"JSON lines in and out, {Environment.ProcessorCount} at a time", Lines / seconds, "verdicts/s");
        report.Ratio($"{name}: what the JSON door costs over the bare core, per verdict", seconds / Lines * 1e6 / direct);
    }

    private static async IAsyncEnumerable<string> Repeat(string[] texts, int count)
    {
        for (var i = 0; i < count; i++)
            yield return texts[i % texts.Length];
        await Task.CompletedTask;
    }
}
