namespace Judges.Training.Models;

/// <summary>How a routed layer is computed where there is no grouped kernel; the results are equal but for rounding.</summary>
public enum ExpertPath
{
    /// <summary>Every expert for every token, in two products, the unchosen ones weighted zero: fewest calls, best for few tokens.</summary>
    Dense,

    /// <summary>Tokens sorted by expert, each expert on its own: fewest operations, best for many tokens.</summary>
    Grouped,

    /// <summary>Dense for few tokens, grouped for many, as each forward pass has them: generation reads a prompt and then one token a row.</summary>
    Adaptive,
}

internal static class ExpertPaths
{
    // Below this many tokens per expert the calls cost more than the products they save,
    private const int GroupedFrom = 64;

    // unless an expert's products with tokens that did not choose it come to this many operations: a fraction of a millisecond.
    private const double MostWasted = 8e6;

    public static ExpertPath For(DecoderConfig config, int tokens) =>
        (long)tokens * config.ExpertsPerToken >= (long)GroupedFrom * config.Experts || Wasteful(config, tokens) ? ExpertPath.Grouped : ExpertPath.Dense;

    public static ExpertPath ForGeneration(DecoderConfig config, int rows) =>
        For(config, rows) == ExpertPath.Grouped ? ExpertPath.Grouped : ExpertPath.Adaptive;

    /// <summary>Whether all experts for all tokens would be too much.</summary>
    public static bool Wasteful(DecoderConfig config, long tokens) =>
        tokens * (1 - (double)config.ExpertsPerToken / config.Experts) * 6 * config.HiddenSize * config.ExpertIntermediateSize > MostWasted;
}
