namespace Judges.Training.Runs;

/// <summary>The end of a run: <c>summary.json</c>.</summary>
internal sealed record RunSummary
{
    public required string Run { get; init; }

    public required ulong Seed { get; init; }

    public required int Steps { get; init; }

    public required long Parameters { get; init; }

    public required double Seconds { get; init; }

    public required long Rollouts { get; init; }

    /// <summary>Verdicts that were counted, each (group, index, judge) once.</summary>
    public required long Verdicts { get; init; }

    /// <summary>Verdicts that came a second time and were not counted.</summary>
    public required long RepeatedVerdicts { get; init; }

    /// <summary>Rollouts dropped because a judge could not judge them.</summary>
    public required long JudgeErrors { get; init; }

    public required EvaluationRecord Before { get; init; }

    public required EvaluationRecord After { get; init; }

    public required IReadOnlyList<SampleRecord> SamplesBefore { get; init; }

    public required IReadOnlyList<SampleRecord> SamplesAfter { get; init; }
}
