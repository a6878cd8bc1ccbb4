using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Judges.Format.Language;
using Judges.Format.Lengths;
using Judges.Format.Llm;
using Judges.Format.Profiles;
using Judges.Hosting;

namespace Judges.Format;

/// <summary>FormatJudge's evidence.</summary>
internal sealed record FormatDetail
{
    public required string Template { get; init; }

    /// <summary>The first thing that is wrong; absent when nothing is.</summary>
    public Violation? Violation { get; init; }

    /// <summary>Every check of the template, in reading order.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>What <see cref="FormatCredit.Checks"/> gives for this response.</summary>
    public required double Partial { get; init; }

    /// <summary>How the assistant's earlier turns went; absent where the template does not look at them.</summary>
    public IReadOnlyList<TurnDetail>? Turns { get; init; }

    /// <summary>Where the content of each block that was found stands.</summary>
    public required IReadOnlyDictionary<string, BlockSpan> Blocks { get; init; }

    /// <summary>What looks like a tag and is none; absent when there is nothing of the kind.</summary>
    public IReadOnlyList<NearMiss>? NearMisses { get; init; }

    /// <summary>How far each block stays in the language asked for; absent when none was.</summary>
    public IReadOnlyDictionary<string, LanguageReport>? Language { get; init; }
}

/// <summary>How one earlier turn went.</summary>
internal sealed record TurnDetail(bool Holds, Violation? Violation);

/// <summary>How one check went.</summary>
internal sealed record CheckResult(string Name, bool Holds);

/// <summary>What looks like a tag and is none.</summary>
internal sealed record NearMiss(TagSlip Code, string Tag, int Offset);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectNullableAnnotations = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(CamelCaseEnumConverter<TagSlip>)])]
[JsonSerializable(typeof(FormatDetail))]
[JsonSerializable(typeof(FaultDetail))]
[JsonSerializable(typeof(ProfileDetail))]
[JsonSerializable(typeof(RubricDetail))]
[JsonSerializable(typeof(GroupLengthRequest))]
[JsonSerializable(typeof(GroupLengths))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class FormatJson : JsonSerializerContext;
