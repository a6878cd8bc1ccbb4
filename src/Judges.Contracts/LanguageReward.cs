using System.Text.Json.Serialization;

namespace Judges;

/// <summary>What a block earns for keeping to the language, and what does not count.</summary>
public sealed record LanguageReward
{
    /// <summary>How the ratio of words becomes a reward; default <see cref="LanguageMode.Ratio"/>.</summary>
    public LanguageMode Mode { get; init; }

    /// <summary>The least ratio that <see cref="LanguageMode.Threshold"/> takes as kept, above 0 and up to 1; default 0.9.</summary>
    public double Threshold { get; init; } = 0.9;

    /// <summary>The ratio up to which <see cref="LanguageMode.Linear"/> gives 0, from 0 up to below <see cref="High"/>; default 0.5.</summary>
    public double Low { get; init; } = 0.5;

    /// <summary>The ratio from which <see cref="LanguageMode.Linear"/> gives 1, up to 1; default 1.</summary>
    public double High { get; init; } = 1;

    /// <summary>Words of another script than the language's that are neither for nor against, such as names; null for none.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    /// <summary>What is wrong with it, or null: a sentence for the caller.</summary>
    public string? Defect() => this switch
    {
        { Threshold: not (> 0 and <= 1) } => "`languageReward.threshold` must be above 0 and at most 1",
        { Low: not (>= 0 and < 1) } => "`languageReward.low` must be from 0 to below 1",
        { High: not (> 0 and <= 1) } => "`languageReward.high` must be above 0 and at most 1",
        _ when Low >= High => "`languageReward.low` must be below `languageReward.high`",
        { Allow: { } allow } when allow.Any(static word => word is null) => "`languageReward.allow` must hold words",
        _ => null,
    };
}

/// <summary>The named ways from a ratio of words to a reward.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LanguageMode>))]
public enum LanguageMode
{
    /// <summary>The ratio itself.</summary>
    Ratio,

    /// <summary>1 from the threshold on, else 0.</summary>
    Threshold,

    /// <summary>From 0 at the low ratio to 1 at the high one.</summary>
    Linear,

    /// <summary>1 without any foreign passage, else 0.</summary>
    Strict,

    /// <summary>The ratio, less a tenth for each foreign passage in a hundred words, and for one at least where there is any.</summary>
    RunSensitive,
}
