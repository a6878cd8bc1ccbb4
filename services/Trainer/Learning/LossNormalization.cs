namespace Judges.Training.Learning;

/// <summary>What the losses of single tokens are averaged over.</summary>
public enum LossNormalization
{
    /// <summary>All tokens of the step alike: long answers weigh more (DAPO, arXiv 2503.14476; TRL's default).</summary>
    TokenMean,

    /// <summary>First within a sequence, then over sequences: tokens of long answers weigh less (GRPO as published).</summary>
    SequenceMean,

    /// <summary>Sequences × the longest completion allowed: neither (Dr. GRPO, arXiv 2503.20783).</summary>
    FixedLength,
}

internal static class LossNormalizations
{
    /// <summary>The weight of one token in each sequence: the step's loss is the weighted sum over its tokens, however it is cut up.</summary>
    public static float[] TokenWeights(this LossNormalization normalization, IReadOnlyList<int> lengths, int maxCompletionTokens)
    {
        double sequences = lengths.Count, tokens = Math.Max(1, lengths.Sum());
        return
        [
            .. lengths.Select(length => (float)(normalization switch
            {
                LossNormalization.TokenMean => 1 / tokens,
                LossNormalization.SequenceMean => 1 / (sequences * Math.Max(1, length)),
                LossNormalization.FixedLength => 1 / (sequences * maxCompletionTokens),
                _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "Unknown normalization."),
            })),
        ];
    }
}
