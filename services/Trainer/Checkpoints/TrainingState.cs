using System.Text.Json;

namespace Judges.Training.Checkpoints;

/// <summary>What the training loop must know to go on, beside weights and optimizer. The loop's own parts are its own JSON.</summary>
public sealed record TrainingState
{
    public required string RunId { get; init; }

    /// <summary>Seed of the run; draws are functions of it and of the step, so that no generator's state needs keeping.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Steps of the loop that are done.</summary>
    public required long Step { get; init; }

    /// <summary>How often the policy has changed.</summary>
    public required long PolicyVersion { get; init; }

    /// <summary>Where the prompt sampler stands.</summary>
    public JsonElement? Sampler { get; init; }

    /// <summary>Counts and sums over the whole run.</summary>
    public JsonElement? Totals { get; init; }

    /// <summary>The recipe the run was started with.</summary>
    public JsonElement? Recipe { get; init; }
}
