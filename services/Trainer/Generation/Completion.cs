namespace Judges.Training.Generation;

/// <summary>One sampled answer.</summary>
public sealed record Completion
{
    /// <summary>[L] token ids, the end token included where the policy stopped by itself.</summary>
    public required IReadOnlyList<int> Tokens { get; init; }

    /// <summary>[L] log-probability of each token under the policy at temperature 1, whatever temperature it was sampled at.</summary>
    public required IReadOnlyList<float> Logprobs { get; init; }

    public required FinishReason FinishReason { get; init; }
}
