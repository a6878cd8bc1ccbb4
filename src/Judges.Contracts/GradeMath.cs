using System.Text.Json.Serialization;

namespace Judges;

/// <summary>Ask whether the response's final answer equals the gold answer.</summary>
public sealed record GradeMath : GradeRequest
{
    /// <summary>The gold answer.</summary>
    public required string Answer { get; init; }

    /// <summary>What a wrong answer can still earn; default <see cref="MathCredit.Exact"/>.</summary>
    public MathCredit Credit { get; init; }

    /// <summary>What counts as the same answer, and what may mark one; absent: <see cref="MathPolicy.Default"/>. The digits credit does not look at it.</summary>
    public MathPolicy? Policy { get; init; }

    /// <summary>What this request changes in the policy's comparison; absent: nothing. The digits credit does not look at it.</summary>
    public MathRules? Rules { get; init; }

    /// <summary>Whether an answer may also stand in the thought, before <c>&lt;/think&gt;</c>; default false.</summary>
    public bool ReadThoughts { get; init; }

    public override string? Defect() => base.Defect()
        ?? (string.IsNullOrWhiteSpace(Answer) ? "`answer` must hold the gold answer" : null)
        ?? (Credit is MathCredit.Digits && !Answer.All(char.IsAsciiDigit)
            ? "`credit` is digits, so `answer` must consist of the digits 0 to 9" : null)
        ?? Rules?.Defect();
}

/// <summary>The named policies by which a wrong answer earns part of the reward.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MathCredit>))]
public enum MathCredit
{
    /// <summary>Right earns 1, anything else 0.</summary>
    Exact,

    /// <summary>
    /// For golds that are strings of digits: an answer of digits earns 0.2 × shorter / longer length + 0.8 × right digits at their place,
    /// counted from the left, / longer length. A curriculum signal for policies that start from nothing; only the gold itself passes.
    /// </summary>
    Digits,
}

/// <summary>Named sets of rules: two of this project and some that follow other projects' graders.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MathPolicy>))]
public enum MathPolicy
{
    /// <summary>Exact values; units may be left out; boxes, answer tags and sentences that announce the answer mark it.</summary>
    Default,

    /// <summary>Exact proofs only; units and labels as in the gold; only boxes and answer tags mark the answer.</summary>
    Strict,

    /// <summary>After Math-Verify: rounding to six digits, no units, the last formula or number when nothing else marks one.</summary>
    MathVerify,

    /// <summary>After PRIME's grader: rounding to four digits, 10% may mean 10.</summary>
    PrimeMath,

    /// <summary>After Hendrycks' MATH: lists in their order, 10% may mean 10.</summary>
    Hendrycks,

    /// <summary>After Minerva: rounding to two digits.</summary>
    Minerva,

    /// <summary>After OlympiadBench: rounding to eight digits.</summary>
    OlympiadBench,
}
