namespace Judges.Training.Models;

/// <summary>How a routed layer is computed where there is no grouped kernel; the results are equal but for rounding.</summary>
public enum ExpertPath
{
    /// <summary>Every expert for every token, in two products, the unchosen ones weighted zero: fewest calls, best for few tokens.</summary>
    Dense,

    /// <summary>Tokens sorted by expert, each expert on its own: fewest operations, best for many tokens.</summary>
    Grouped,
}

internal static class ExpertPaths
{
    // Below this many tokens per expert the calls cost more than the products they save.
    private const int GroupedFrom = 64;

    public static ExpertPath For(DecoderConfig config, int tokens) =>
        (long)tokens * config.ExpertsPerToken < (long)GroupedFrom * config.Experts ? ExpertPath.Dense : ExpertPath.Grouped;
}
