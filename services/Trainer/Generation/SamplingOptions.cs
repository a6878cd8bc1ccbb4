namespace Judges.Training.Generation;

public sealed record SamplingOptions
{
    /// <summary>What logits are divided by before sampling. Above 0; default 1. No effect when <see cref="Greedy"/>.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// ε: the share of tokens drawn uniformly from the vocabulary instead of from the policy, so that a policy that has made up its mind
    /// still meets what it no longer tries. In [0, 1); default 0. No effect when <see cref="Greedy"/>.
    /// </summary>
    public double UniformShare { get; init; }

    /// <summary>Length of the longest completion, the end token included.</summary>
    public required int MaxTokens { get; init; }

    public required int EosToken { get; init; }

    /// <summary>Take the likeliest token instead of drawing one. Default false.</summary>
    public bool Greedy { get; init; }
}
