namespace Symbolics;

/// <summary>What counts as the same answer where mathematics alone does not say. Presets have names; verdicts repeat them.</summary>
public sealed record ComparisonPolicy
{
    public required string Name { get; init; }

    /// <summary>A decimal equals what lies within this share of the gold's size; 0, the default, allows no rounding.</summary>
    public double RelativeTolerance { get; init; }

    /// <summary>A decimal equals what lies within this distance; 0, the default, allows none.</summary>
    public double AbsoluteTolerance { get; init; }

    /// <summary>Whether a decimal of two places or more equals what rounds to it.</summary>
    public bool RoundedDecimals { get; init; }

    /// <summary>Whether a value may also be a hundred times or a hundredth of the gold's, as a percentage without its sign.</summary>
    public bool Hundredfold { get; init; }

    /// <summary>Whether 1000,99 is a decimal.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Whether (1, 2) and {1, 2} may stand for each other, whatever the order.</summary>
    public bool TuplesAreSets { get; init; }

    /// <summary>Whether a numeral's value may be written in another base than the gold's.</summary>
    public bool BaseOptional { get; init; }

    /// <summary>The form in which an equal answer must be written.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>Whether 10% may also mean 10; else it is 1/10 only.</summary>
    public bool PercentOrNumber { get; init; }

    /// <summary>Whether units must stand on both sides or on neither; else an answer without the gold's unit, or with one of its own, is read as a number.</summary>
    public bool UnitsRequired { get; init; }

    /// <summary>Whether units are not compared at all.</summary>
    public bool UnitsIgnored { get; init; }

    /// <summary>Whether 1, 2 differs from 2, 1.</summary>
    public bool OrderedLists { get; init; }

    /// <summary>Whether words that differ in capitals differ.</summary>
    public bool CaseMatters { get; init; }

    /// <summary>Whether x = 5 may answer 5, and the other way round.</summary>
    public bool LabelsOptional { get; init; } = true;

    /// <summary>Whether F + C equals G + K where F and G differ by a constant, C and K being constants of integration.</summary>
    public bool UpToConstant { get; init; }

    /// <summary>Whether agreement of enclosures within the stated bound is equality; else only exact proofs are.</summary>
    public bool EnclosuresSuffice { get; init; } = true;

    public bool Rounds => RelativeTolerance > 0 || AbsoluteTolerance > 0 || RoundedDecimals || Hundredfold;

    public static ComparisonPolicy Default { get; } = new() { Name = "default" };

    public static ComparisonPolicy Strict { get; } = new()
    {
        Name = "strict",
        UnitsRequired = true,
        CaseMatters = true,
        LabelsOptional = false,
        EnclosuresSuffice = false,
    };

    public static ComparisonPolicy MathVerify { get; } = new() { Name = "mathVerify", RelativeTolerance = 1e-6, UnitsIgnored = true, DecimalComma = true, PercentOrNumber = true };

    public static ComparisonPolicy PrimeMath { get; } = new() { Name = "primeMath", RelativeTolerance = 1e-4, PercentOrNumber = true, Hundredfold = true, UnitsIgnored = true };

    public static ComparisonPolicy Hendrycks { get; } = new() { Name = "hendrycks", PercentOrNumber = true, UnitsIgnored = true, OrderedLists = true, CaseMatters = true };

    public static ComparisonPolicy Minerva { get; } = new() { Name = "minerva", RelativeTolerance = 1e-2, PercentOrNumber = true, UnitsIgnored = true };

    public static ComparisonPolicy OlympiadBench { get; } = new() { Name = "olympiadBench", RelativeTolerance = 1e-8, PercentOrNumber = true, UnitsIgnored = true };

    /// <summary>The presets, the default one first.</summary>
    public static IReadOnlyList<ComparisonPolicy> Presets { get; } = [Default, Strict, MathVerify, PrimeMath, Hendrycks, Minerva, OlympiadBench];
}
