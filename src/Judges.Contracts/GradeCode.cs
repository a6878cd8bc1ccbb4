using System.Text.Json.Serialization;

namespace Judges;

/// <summary>Ask whether the program in the response passes hidden tests.</summary>
public sealed record GradeCode : GradeRequest
{
    /// <summary>
    /// The programming language: <c>python</c>, <c>cpp</c>, <c>c</c>, <c>csharp</c>, <c>java</c>, <c>javascript</c>, <c>typescript</c>,
    /// <c>go</c>, <c>rust</c> or <c>bash</c>.
    /// </summary>
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

    /// <summary>How fast an accepted program is, beside a reference solution; null when that is not asked.</summary>
    public CodeEfficiency? Efficiency { get; init; }

    public override string? Defect() => base.Defect()
        ?? (string.IsNullOrWhiteSpace(Language) ? "`language` must name a programming language" : null)
        ?? (Tests is null ? "`tests` must hold the tests" : Tests.Defect())
        ?? Efficiency?.Defect()
        ?? (Limits is null ? "`limits` must be an object or absent" : Limits.Defect());
}

/// <summary>A reference solution that accepted programs are timed against, in the same box, by turns.</summary>
public sealed record CodeEfficiency
{
    /// <summary>The reference solution, in the language of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>How often each runs each of the cases that are timed, 1 to 20; the least CPU time counts; default 3.</summary>
    public int Repeats { get; set; } = 3;

    /// <summary>
    /// The part of an accepted program's reward that its speed decides, 0 to 1; default 0: the score is told, and earns nothing. The reward is
    /// (1 − weight) + weight × min(1, the reference's time ÷ the program's).
    /// </summary>
    public double Weight { get; set; }

    /// <summary>Why this cannot be done, or null when it can.</summary>
    public string? Defect() => string.IsNullOrWhiteSpace(Reference) ? "`efficiency.reference` must hold a program"
        : Repeats is < 1 or > 20 ? "`efficiency.repeats` must be 1 to 20"
        : Weight is >= 0 and <= 1 ? null
        : "`efficiency.weight` must be 0 to 1";
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
