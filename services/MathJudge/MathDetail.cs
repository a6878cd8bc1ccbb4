using System.Text.Json;
using System.Text.Json.Serialization;
using Symbolics;

namespace Judges.Mathematics;

/// <summary>MathJudge's evidence.</summary>
internal sealed record MathDetail
{
    /// <summary>What marked the answer; absent when nothing did.</summary>
    public ExtractionRule? Rule { get; init; }

    /// <summary>The policy that was applied; absent under the digits credit.</summary>
    public string? Policy { get; init; }

    /// <summary>What the request changed in the policy; absent when it changed nothing, and under the digits credit.</summary>
    public MathRules? Rules { get; init; }

    /// <summary>Where the answer stands in the response.</summary>
    public AnswerSpan? Span { get; init; }

    /// <summary>The answer as it was written, cut after <see cref="MaxAnswer"/> characters.</summary>
    public string? Answer { get; init; }

    public Equivalence? Equivalence { get; init; }

    public Grounds? Grounds { get; init; }

    /// <summary>What AngouriMath says of an undecided comparison: equal, different or unknown; only in builds with official packages, and never rewarded.</summary>
    public string? SecondOpinion { get; init; }

    /// <summary>The share of right digits, under the digits credit.</summary>
    public double? DigitShare { get; init; }

    /// <summary>Why there is no answer to compare.</summary>
    public string? Reason { get; init; }

    public const int MaxAnswer = 256;
    public const string NothingMarked = @"nothing marks an answer: no \boxed{…}, no <answer>…</answer>, nor what else the policy allows";
    public const string NeverClosed = @"the last \boxed{ is never closed";

    public static MathDetail Of(Extraction extraction, ReadOnlySpan<char> answer) => new()
    {
        Rule = extraction.Rule,
        Span = new(extraction.Start, answer.Length),
        Answer = answer[..Math.Min(answer.Length, MaxAnswer)].ToString(),
    };

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, MathDetailJson.Default.MathDetail);
}

/// <summary>A piece of the response, in UTF-16 units.</summary>
public sealed record AnswerSpan(int Start, int Length);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<ExtractionRule>), typeof(CamelCaseEnumConverter<Equivalence>), typeof(CamelCaseEnumConverter<Grounds>)])]
[JsonSerializable(typeof(MathDetail))]
internal sealed partial class MathDetailJson : JsonSerializerContext;
