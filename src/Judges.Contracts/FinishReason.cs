using System.Text.Json.Serialization;

namespace Judges;

/// <summary>How a completion ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FinishReason>))]
public enum FinishReason
{
    /// <summary>The policy produced its end token.</summary>
    Stop,

    /// <summary>The policy was cut off at the length limit.</summary>
    Length,
}
