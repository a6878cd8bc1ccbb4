using System.Text.Json.Serialization;

namespace Judges;

/// <summary>Ask whether the program in the response passes hidden tests.</summary>
public sealed record GradeCode : GradeRequest
{
    /// <summary>The programming language: <c>python</c>.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// Text that the program begins with and the completion continues, as HumanEval's prompts do; null when the response holds the
    /// whole program.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>Where in the response the program is looked for; default <see cref="CodeExtraction.Auto"/>.</summary>
    public CodeExtraction Extraction { get; init; }

    public required CodeTests Tests { get; init; }

    public Limits Limits { get; set; } = new();

    /// <summary>How the tests' results become a reward; default <see cref="CodeReward.AllOrNothing"/>.</summary>
    public CodeReward Reward { get; init; }

    public override string? Defect() => base.Defect()
        ?? (string.IsNullOrWhiteSpace(Language) ? "`language` must name a programming language" : null)
        ?? (Tests is null ? "`tests` must hold the tests" : Tests.Defect())
        ?? (Limits is null ? "`limits` must be an object or absent" : Limits.Defect());
}

/// <summary>The places where a program is looked for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CodeExtraction>))]
public enum CodeExtraction
{
    /// <summary>Fenced blocks, the answer tag, or a completion that is nothing but code.</summary>
    Auto,

    /// <summary>Only the last complete <c>&lt;answer&gt;…&lt;/answer&gt;</c>: code elsewhere is no answer.</summary>
    AnswerTag,
}

/// <summary>The named policies that turn test results into a reward.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CodeReward>))]
public enum CodeReward
{
    /// <summary>1 when every test passes, else 0.</summary>
    AllOrNothing,

    /// <summary>The share of tests that pass.</summary>
    Fraction,

    /// <summary>
    /// A ladder for policies that cannot program yet: 0 no code or it does not parse, 0.1 parses, 0.2 runs (every test ended by itself
    /// without an error), then 0.2 + 0.8 × the share of tests that pass.
    /// </summary>
    Tiered,
}
