using System.Diagnostics.Metrics;
using Judges.Hosting;

namespace Hosting.Tests.Grading;

public class JudgeMetricsTests
{
    [Fact]
    public async Task Each_verdict_is_counted_by_judge_and_outcome_and_its_time_recorded()
    {
        await using var services = new ServiceCollection().AddJudgeGrading().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            // Other tests' meters have the same name and another factory.
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == factory)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add(Describe(instrument, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add(Describe(instrument, value, tags)));
        listener.Start();
        var judge = Guarded.Judge(metrics: services.GetRequiredService<JudgeMetrics>());

        await judge.Grade(Guarded.Request(), TestContext.Current.CancellationToken);
        await judge.Grade(Guarded.Request(answer: ""), TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "judges.verdicts 1 judge=math outcome=Accepted",
                "judges.grading.duration 1 judge=math",
                "judges.verdicts 1 judge=math outcome=JudgeError",
                "judges.grading.duration 1 judge=math",
            ],
            measured);
    }

    private static string Describe(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', [instrument.Name, $"{value}", .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
}
