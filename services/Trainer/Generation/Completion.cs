namespace Judges.Training.Generation;

/// <summary>One sampled answer.</summary>
public sealed record Completion
{
    /// <summary>[L] token ids, the end token included where the policy stopped by itself.</summary>
    public required IReadOnlyList<int> Tokens { get; init; }

    /// <summary>[L] log-probability in fp32 of each token under the policy at temperature 1, whatever it was sampled by.</summary>
    public required IReadOnlyList<float> Logprobs { get; init; }

    public required FinishReason FinishReason { get; init; }

    /// <summary>
    /// [P + L − 1][routed layers · k] the experts that each token was sent to, the prompt's first, the last token's none since nothing read it;
    /// null unless <see cref="SamplingOptions.RecordExperts"/>. Training can then route as generation did.
    /// </summary>
    public IReadOnlyList<ushort[]>? Experts { get; init; }
}
