using System.Diagnostics.Metrics;

namespace Judges.Hosting;

/// <summary>What every judge counts; the meter's name is <see cref="MeterName"/>.</summary>
public sealed class JudgeMetrics
{
    public const string MeterName = "Judges";

    private readonly Counter<long> _verdicts;
    private readonly Histogram<double> _duration;

    public JudgeMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _verdicts = meter.CreateCounter<long>("judges.verdicts", "{verdict}", "Verdicts given, by judge and outcome.");
        _duration = meter.CreateHistogram<double>("judges.grading.duration", "s", "Time from request to verdict, by judge.");
    }

    internal void Judged(string judge, Outcome outcome, TimeSpan elapsed)
    {
        _verdicts.Add(1, new("judge", judge), new("outcome", outcome.ToString()));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("judge", judge));
    }
}
