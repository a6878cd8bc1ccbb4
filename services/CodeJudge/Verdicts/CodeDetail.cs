using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>A code verdict's evidence. It never holds an expected value: details are logged next to rollouts.</summary>
internal sealed record CodeDetail
{
    public required Stage Stage { get; init; }

    public string? Engine { get; init; }

    public string? MemoryLimit { get; init; }

    public string? Isolation { get; init; }

    public TestCount? Tests { get; init; }

    /// <summary>The first of the tests that were run.</summary>
    public IReadOnlyList<CaseDetail>? Cases { get; init; }

    public string? Message { get; init; }
}

/// <param name="Run">Fewer than <paramref name="Total"/> when the rest could not change the reward.</param>
internal sealed record TestCount(int Passed, int Run, int Total);

internal sealed record CaseDetail(int Index, Outcome Outcome, double WallMs, double CpuMs, long PeakMemoryKb, string? Message);

/// <summary>How far the submission came.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Stage>))]
internal enum Stage
{
    /// <summary>No program was found.</summary>
    NotFound,

    /// <summary>A program was found, and it does not parse.</summary>
    Extracted,

    /// <summary>It parses, and not every test ended by itself.</summary>
    Parses,

    /// <summary>Every test that was run ended by itself, without an error.</summary>
    Ran,
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CodeDetail))]
[JsonSerializable(typeof(Limits))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
internal sealed partial class CodeJson : JsonSerializerContext;
