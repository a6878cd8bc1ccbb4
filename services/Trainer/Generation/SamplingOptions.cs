using Judges.Training.Models;

namespace Judges.Training.Generation;

/// <summary>How completions are drawn. Temperature comes first, then <see cref="TopK"/>, <see cref="TopP"/> and <see cref="MinP"/>, each of what the one before left.</summary>
public sealed record SamplingOptions
{
    /// <summary>What logits are divided by before sampling. Above 0; default 1. No effect when <see cref="Greedy"/>.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only so many of the likeliest tokens are drawn; 0 for all. Default 0.</summary>
    public int TopK { get; init; }

    /// <summary>Only the fewest of the likeliest tokens whose probabilities sum to this are drawn. In (0, 1]; default 1: all.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Only tokens at least this share as likely as the likeliest are drawn. In [0, 1]; default 0: all.</summary>
    public double MinP { get; init; }

    /// <summary>
    /// ε: the share of tokens drawn uniformly from the vocabulary instead of from the policy, so that a policy that has made up its mind
    /// still meets what it no longer tries. In [0, 1); default 0. No effect when <see cref="Greedy"/>.
    /// </summary>
    public double UniformShare { get; init; }

    /// <summary>Length of the longest completion, the end token included.</summary>
    public required int MaxTokens { get; init; }

    public required int EosToken { get; init; }

    /// <summary>Further tokens that end a completion, as <see cref="EosToken"/> does. Default none.</summary>
    public IReadOnlyList<int> StopTokens { get; init; } = [];

    /// <summary>Sequences of tokens that end a completion once it ends with one of them. Default none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> StopSequences { get; init; } = [];

    /// <summary>Texts that end a completion, wherever tokens begin and end in them. Default none.</summary>
    public StopTexts? StopTexts { get; init; }

    /// <summary>Take the likeliest token instead of drawing one. Default false.</summary>
    public bool Greedy { get; init; }

    /// <summary>
    /// How many completions are worked on at once; when a group's worth of them has ended, the next prompt takes their places. A group is
    /// never divided, so that one larger than this is worked on alone. At least 1; default no limit. It does not change what is drawn.
    /// </summary>
    public int MaxRows { get; init; } = int.MaxValue;

    /// <summary>Whether <see cref="Completion.Experts"/> is recorded. Default false.</summary>
    public bool RecordExperts { get; init; }

    internal void Validate(DecoderConfig policy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTokens, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(TopK);
        if (!(Temperature > 0) || !double.IsFinite(Temperature))
            throw new ArgumentException($"A temperature is above 0, not {Temperature}; for the likeliest token ask for Greedy.");
        if (!(TopP > 0 && TopP <= 1) || !(MinP >= 0 && MinP <= 1) || !(UniformShare >= 0 && UniformShare < 1))
            throw new ArgumentException($"TopP is in (0, 1], MinP in [0, 1], UniformShare in [0, 1); they are {TopP}, {MinP} and {UniformShare}.");
        if (StopSequences.Any(static sequence => sequence.Count == 0))
            throw new ArgumentException("A stop sequence has at least one token.");
        if (StopTokens.Concat(StopSequences.SelectMany(static sequence => sequence)).FirstOrDefault(token => (uint)token >= (uint)policy.VocabularySize) is not 0 and var strange)
            throw new ArgumentException($"Token {strange} cannot end a completion: the vocabulary has {policy.VocabularySize}.");
    }
}
