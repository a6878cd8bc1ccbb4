using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges;

/// <summary>Ask whether the response has the structure that a template describes.</summary>
public sealed record GradeFormat : GradeRequest
{
    /// <summary>The template's name; default <c>think-answer</c>.</summary>
    public string Template { get; set; } = "think-answer";

    /// <summary>The language that the response should stay in (ISO 639-1), or null when that is not asked.</summary>
    public string? Language { get; init; }

    /// <summary>The question, where <see cref="Language"/> is asked for: what the response quotes from it is of no language.</summary>
    public string? Prompt { get; init; }

    /// <summary>What a response with the wrong structure can still earn; default <see cref="FormatCredit.Exact"/>.</summary>
    public FormatCredit Credit { get; init; }

    /// <summary>How the policy ended, where that is known: a response that was cut off (<see cref="FinishReason.Length"/>) is never accepted.</summary>
    public FinishReason? FinishReason { get; init; }

    /// <summary>A peer's reward function to be scored by instead of the template, such as <c>open-r1/format</c>; null for the template.</summary>
    public string? Profile { get; init; }

    /// <summary>The profile's parameters, under the peer's names.</summary>
    public JsonElement? Params { get; init; }

    /// <summary>A template of the request's own instead of a named one; docs/formatjudge.md says what it may hold.</summary>
    public JsonElement? Grammar { get; init; }

    /// <summary>The thought, where a server took it out of the response: then <see cref="GradeRequest.Response"/> is what came after it.</summary>
    public string? Reasoning { get; init; }

    /// <summary>What the chat template put into the prompt of what the response should open with, such as <c>&lt;think></c>; at most 1000 characters.</summary>
    public string? Prefilled { get; init; }

    /// <summary>What must hold of the response, in words, for the template <c>llm</c>.</summary>
    public string? Rubric { get; init; }

    /// <summary>
    /// The conversation. When the assistant wrote its last message, that is what is judged and <see cref="GradeRequest.Response"/> is left aside;
    /// else the response is the assistant's next turn.
    /// </summary>
    public IReadOnlyList<ChatMessage>? Messages { get; init; }

    /// <summary>How many tokens the response has, where the profile counts them.</summary>
    public int? Tokens { get; init; }

    /// <summary>The response's token ids, where the profile looks at them.</summary>
    public IReadOnlyList<int>? TokenIds { get; init; }

    public override string? Defect() => base.Defect()
        ?? (string.IsNullOrWhiteSpace(Template) ? "`template` must name a template" : null)
        ?? (Grammar is { ValueKind: not JsonValueKind.Object } ? "`grammar` must be an object" : null)
        ?? (Prefilled?.Length > 1000 ? "`prefilled` must have at most 1000 characters" : null)
        ?? (Prefilled is not null && Reasoning is not null ? "give `prefilled` or `reasoning`, not both" : null)
        ?? (Template == "llm" && string.IsNullOrWhiteSpace(Rubric) ? "`rubric` must say what the template llm asks for" : null);
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">Who wrote it: <c>assistant</c> is the policy.</param>
/// <param name="Content">What was written.</param>
public sealed record ChatMessage(string Role, string? Content)
{
    /// <summary>The thought, where a server took it out of the content.</summary>
    [JsonPropertyName("reasoning_content")]
    public string? Reasoning { get; init; }

    /// <summary>The calls, where a server took them out of the content: each an object with <c>function</c>, which has <c>name</c> and <c>arguments</c>.</summary>
    [JsonPropertyName("tool_calls")]
    public IReadOnlyList<JsonElement>? ToolCalls { get; init; }

    [JsonIgnore]
    public bool IsAssistant => Role == "assistant";
}

/// <summary>The named policies by which a wrong structure earns part of the reward.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FormatCredit>))]
public enum FormatCredit
{
    /// <summary>The whole structure earns 1, anything else 0.</summary>
    Exact,

    /// <summary>
    /// A structure that fails earns 0.9 × the share of the checks that hold. A curriculum signal for policies that start from nothing; it
    /// never passes.
    /// </summary>
    Checks,
}
