using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Judges;

/// <summary>The wire's JSON: camelCase, unknown fields ignored, absent optional fields not written, metadata source-generated.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GradeRequest))]
[JsonSerializable(typeof(GradeMath))]
[JsonSerializable(typeof(GradeFormat))]
[JsonSerializable(typeof(GradeCode))]
[JsonSerializable(typeof(IReadOnlyList<GradeRequest>))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(IReadOnlyList<Verdict>))]
[JsonSerializable(typeof(GradeMathRollouts))]
[JsonSerializable(typeof(GradeFormatRollouts))]
[JsonSerializable(typeof(GradeCodeRollouts))]
[JsonSerializable(typeof(RolloutsGraded))]
public sealed partial class JudgesJson : JsonSerializerContext
{
    /// <summary>The metadata of a wire type; throws for a type that is not on the wire.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!;
}
