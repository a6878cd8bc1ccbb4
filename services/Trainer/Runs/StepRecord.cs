using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Training.Runs;

/// <summary>What one step of a run did: a line of <c>metrics.jsonl</c>.</summary>
internal sealed record StepRecord
{
    /// <summary>The step, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The mean reward of the rollouts that were kept.</summary>
    public required double Reward { get; init; }

    /// <summary>The mean reward by judge, before weighting.</summary>
    public required IReadOnlyDictionary<string, double> RewardByJudge { get; init; }

    /// <summary>The share of rollouts that solved their problem, by task.</summary>
    public required IReadOnlyDictionary<string, double> Accuracy { get; init; }

    /// <summary>The share of rollouts that FormatJudge accepted.</summary>
    public required double FormatAccepted { get; init; }

    /// <summary>Mean tokens of a completion.</summary>
    public required double Length { get; init; }

    /// <summary>The share of completions that ran into the length limit.</summary>
    public required double Truncated { get; init; }

    /// <summary>The share of groups whose rewards were all alike: they teach nothing.</summary>
    public required double UniformGroups { get; init; }

    /// <summary>Rollouts dropped because a judge could not judge them.</summary>
    public required int JudgeErrors { get; init; }

    /// <summary>Mean entropy of the policy's next token, in nats.</summary>
    public required double Entropy { get; init; }

    public required double Loss { get; init; }

    public required double GradNorm { get; init; }

    public required double ClipFraction { get; init; }

    public required double Kl { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>Tokens of the busiest expert over the mean, worst layer: 1 is perfect balance.</summary>
    public required double ExpertLoad { get; init; }

    /// <summary>Completion tokens generated.</summary>
    public required int Tokens { get; init; }

    public required int Verdicts { get; init; }

    public required StepSeconds Seconds { get; init; }

    public double TokensPerSecond => Tokens / Math.Max(Seconds.Total, 1e-9);

    public double VerdictsPerSecond => Verdicts / Math.Max(Seconds.Total, 1e-9);
}

/// <summary>Where a step's time went, in seconds. Judging overlaps with generating: <paramref name="Judge"/> is only what was waited for.</summary>
internal sealed record StepSeconds(double Generate, double Judge, double Update, double Total);

/// <summary>A held-out evaluation with greedy decoding.</summary>
/// <param name="Step">After how many steps.</param>
/// <param name="Accuracy">Solved share by task.</param>
/// <param name="FormatAccepted">The share of responses that FormatJudge accepted.</param>
/// <param name="Problems">How many problems, by task.</param>
/// <param name="JudgeErrors">How many could not be judged; they are not part of any share.</param>
internal sealed record EvaluationRecord(
    int Step, IReadOnlyDictionary<string, double> Accuracy, double FormatAccepted, IReadOnlyDictionary<string, int> Problems, int JudgeErrors);

/// <summary>One rollout for people to read.</summary>
/// <param name="Step">The step that sampled it, or null for an evaluation's.</param>
internal sealed record SampleRecord(
    string Task, string Prompt, string GroundTruth, string Response, IReadOnlyDictionary<string, string> Outcomes, int? Step = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(StepRecord))]
[JsonSerializable(typeof(EvaluationRecord))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(RunState))]
[JsonSerializable(typeof(SampleRecord))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>For files that people read: tags stay tags. None of them is ever part of a page.</summary>
    public static RunJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
