using System.Text.Json.Serialization;
using Judges.Training.Learning;
using Judges.Training.Models;

namespace Judges.Training.Checkpoints;

/// <summary>state.json of a checkpoint.</summary>
public sealed record CheckpointManifest
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required DecoderConfig Config { get; init; }

    public required LearnerState Learner { get; init; }

    public required TrainingState Training { get; init; }
}

/// <param name="Steps">steps the learner has made</param>
/// <param name="Updates">those of them that changed the weights</param>
/// <param name="Landing">see <see cref="GrpoLearner.Land"/></param>
public sealed record LearnerState(long Steps, long Updates, Landing? Landing);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckpointManifest))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
