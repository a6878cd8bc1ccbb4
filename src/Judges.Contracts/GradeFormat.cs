namespace Judges;

/// <summary>Ask whether the response has the structure that a template describes.</summary>
public sealed record GradeFormat : GradeRequest
{
    /// <summary>The template's name; default <c>think-answer</c>.</summary>
    public string Template { get; set; } = "think-answer";

    /// <summary>The language that the response should stay in (ISO 639-1), or null when that is not asked.</summary>
    public string? Language { get; init; }

    public override string? Defect() => base.Defect()
        ?? (string.IsNullOrWhiteSpace(Template) ? "`template` must name a template" : null);
}
