using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges;

/// <summary>What a judge says of one completion.</summary>
public sealed record Verdict
{
    /// <summary>The request's id, echoed.</summary>
    public string? Id { get; init; }

    /// <summary>The judge's name: <c>code</c>, <c>math</c> or <c>format</c>.</summary>
    public required string Judge { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>True exactly when <see cref="Outcome"/> is <see cref="Outcome.Accepted"/>.</summary>
    public bool Passed => Outcome == Outcome.Accepted;

    /// <summary>In [0, 1]; null exactly when <see cref="Outcome"/> is <see cref="Outcome.JudgeError"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Reward { get; init; }

    /// <summary>The judge's evidence: a JSON object whose members each judge's documentation defines.</summary>
    public JsonElement? Detail { get; init; }

    public Timing? Timing { get; init; }

    /// <summary>The version of the judge: the same request to the same version gives the same verdict.</summary>
    public required string JudgeVersion { get; init; }

    /// <summary>Why this verdict breaks the contract, or null when it holds.</summary>
    public string? Defect() => (Outcome, Reward) switch
    {
        (Outcome.JudgeError, not null) => "a judgeError carries no reward",
        (not Outcome.JudgeError, null) => "only a judgeError has no reward",
        (_, < 0 or > 1 or double.NaN) => "a reward lies in [0, 1]",
        (Outcome.Accepted, <= 0) => "an accepted answer earns reward",
        _ => null,
    };
}

/// <summary>Where the time of one verdict went, in milliseconds.</summary>
/// <param name="QueueMs">From arrival until a worker took it.</param>
/// <param name="WallMs">From then until the verdict.</param>
/// <param name="CpuMs">CPU time of the submission's processes; null where nothing was run.</param>
public sealed record Timing(double QueueMs, double WallMs, double? CpuMs = null);
