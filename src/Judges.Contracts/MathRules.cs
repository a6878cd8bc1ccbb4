using System.Text.Json.Serialization;

namespace Judges;

/// <summary>What one request changes in its policy's comparison; what is absent stays as the policy has it.</summary>
public sealed record MathRules
{
    private const double LargestDistance = 1000;

    /// <summary>A decimal equals what lies within this share of the gold's size; at least 0, below 1.</summary>
    public double? RelativeTolerance { get; init; }

    /// <summary>A decimal equals what lies within this distance; from 0 to 1000.</summary>
    public double? AbsoluteTolerance { get; init; }

    /// <summary>Whether a decimal of two places or more equals what rounds to it: 3.14 for π.</summary>
    public bool? RoundedDecimals { get; init; }

    /// <summary>Whether 10% may also mean 10.</summary>
    public bool? PercentOrNumber { get; init; }

    /// <summary>Whether units must stand on both sides or on neither.</summary>
    public bool? UnitsRequired { get; init; }

    /// <summary>Whether units are not compared at all.</summary>
    public bool? UnitsIgnored { get; init; }

    /// <summary>Whether 1, 2 differs from 2, 1.</summary>
    public bool? OrderedLists { get; init; }

    /// <summary>Whether words that differ in capitals differ.</summary>
    public bool? CaseMatters { get; init; }

    /// <summary>Whether (1, 2) and {1, 2} may stand for each other, whatever the order.</summary>
    public bool? TuplesAreSets { get; init; }

    /// <summary>Whether a numeral's value may be written in another base than the gold's.</summary>
    public bool? BaseOptional { get; init; }

    /// <summary>Whether 1000,99 is a decimal.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>Whether F + C equals G + K where F and G differ by a constant, C and K being constants of integration.</summary>
    public bool? UpToConstant { get; init; }

    /// <summary>The form in which an equal answer must be written.</summary>
    public MathForm? Form { get; init; }

    /// <summary>Why these rules cannot be applied, or null when they can.</summary>
    public string? Defect() =>
        RelativeTolerance is { } share && !(share is >= 0 and < 1) ? "`rules.relativeTolerance` must be at least 0 and below 1"
        : AbsoluteTolerance is { } distance && !(distance is >= 0 and <= LargestDistance) ? "`rules.absoluteTolerance` must lie between 0 and 1000"
        : UnitsRequired is true && UnitsIgnored is true ? "`rules` cannot both require and ignore units" : null;
}

/// <summary>How an answer must be written, beyond having the right value.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MathForm>))]
public enum MathForm
{
    /// <summary>In any form.</summary>
    Any,

    /// <summary>Fractions of whole numbers in lowest terms.</summary>
    LowestTerms,

    /// <summary>In lowest terms, with no operation between numbers left to do and no square under a root.</summary>
    Simplified,

    /// <summary>As a product of at least as many factors with variables as the gold.</summary>
    Factored,

    /// <summary>Without products or powers of sums.</summary>
    Expanded,
}
