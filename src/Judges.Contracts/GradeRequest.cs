using System.Text.Json.Serialization;

namespace Judges;

/// <summary>One completion to judge; <c>judge</c> on the wire names which judge is asked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "judge", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(GradeMath), "math")]
[JsonDerivedType(typeof(GradeFormat), "format")]
[JsonDerivedType(typeof(GradeCode), "code")]
public abstract record GradeRequest
{
    /// <summary>The caller's name for this request; it comes back in the verdict.</summary>
    public string? Id { get; init; }

    /// <summary>The completion's text, as the policy wrote it.</summary>
    public required string Response { get; init; }

    /// <summary>Why this request cannot be judged, or null when it can: a sentence for the caller.</summary>
    public virtual string? Defect() => Response is null ? "`response` must be a string" : null;
}
