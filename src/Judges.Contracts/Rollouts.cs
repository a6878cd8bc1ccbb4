namespace Judges;

/// <summary>
/// Some rollouts of one group, sent to one judge. A judge may be sent the same message twice (a redelivery): it gives the same
/// verdicts, and who asked counts each (run, group, index, judge) once.
/// </summary>
/// <typeparam name="TRequest">What that judge is asked.</typeparam>
public abstract record GradeRollouts<TRequest>
    where TRequest : GradeRequest
{
    /// <summary>The training run.</summary>
    public required string Run { get; init; }

    /// <summary>The group's number in the run: its rollouts share one prompt.</summary>
    public required long Group { get; init; }

    public required IReadOnlyList<RolloutRequest<TRequest>> Rollouts { get; init; }
}

/// <summary>One rollout of a group.</summary>
/// <param name="Index">Its place in the group, from 0.</param>
/// <param name="Request">What is asked of the judge.</param>
public sealed record RolloutRequest<TRequest>(int Index, TRequest Request)
    where TRequest : GradeRequest;

/// <summary>The command to MathJudge: a whole group in one message.</summary>
public sealed record GradeMathRollouts : GradeRollouts<GradeMath>;

/// <summary>The command to FormatJudge: a whole group in one message.</summary>
public sealed record GradeFormatRollouts : GradeRollouts<GradeFormat>;

/// <summary>The command to CodeJudge: one rollout in one message, so that a group spreads over all boxes.</summary>
public sealed record GradeCodeRollouts : GradeRollouts<GradeCode>;

/// <summary>The event that answers each of the commands, to the sender's response address or, without one, published.</summary>
public sealed record RolloutsGraded
{
    public required string Run { get; init; }

    public required long Group { get; init; }

    /// <summary>The judge's name.</summary>
    public required string Judge { get; init; }

    public required IReadOnlyList<RolloutVerdict> Verdicts { get; init; }
}

/// <summary>The verdict on one rollout of a group.</summary>
public sealed record RolloutVerdict(int Index, Verdict Verdict);

/// <summary>The queues that the judges read, and their names.</summary>
public static class JudgeNames
{
    public const string Code = "code";
    public const string Math = "math";
    public const string Format = "format";

    /// <summary>The queue that a judge reads: <c>grade-math</c> and so on.</summary>
    public static string Queue(string judge) => $"grade-{judge}";
}
