using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>SandboxFusion's <c>POST /run_code</c>; times are seconds, file contents base64.</summary>
internal sealed record FusionRequest
{
    public double? CompileTimeout { get; init; }

    public double? RunTimeout { get; init; }

    [JsonPropertyName("memory_limit_MB")]
    public double? MemoryLimitMb { get; init; }

    public string? Code { get; init; }

    public string? Stdin { get; init; }

    public string? Language { get; init; }

    public IReadOnlyDictionary<string, string?>? Files { get; init; }

    public IReadOnlyList<string>? FetchFiles { get; init; }
}

internal sealed record FusionResponse
{
    public required string Status { get; init; }

    public string Message { get; init; } = "";

    public FusionResult? CompileResult { get; init; }

    public FusionResult? RunResult { get; init; }

    public string? ExecutorPodName { get; init; }

    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();
}

internal sealed record FusionResult(string Status, double? ExecutionTime, int? ReturnCode, string? Stdout, string? Stderr);

/// <summary>SandboxFusion's <c>POST /submit</c>, for rows that come with the request.</summary>
internal sealed record FusionSubmission
{
    public string? Dataset { get; init; }

    public JsonElement? Id { get; init; }

    public string? Completion { get; init; }

    public FusionConfig? Config { get; init; }
}

internal sealed record FusionConfig
{
    public string? Language { get; init; }

    public double? CompileTimeout { get; init; }

    public double? RunTimeout { get; init; }

    public JsonElement? ProvidedData { get; init; }

    public JsonElement? Extra { get; init; }
}

internal sealed record FusionVerdict
{
    public JsonElement? Id { get; init; }

    public required bool Accepted { get; init; }

    public required string ExtractedCode { get; init; }

    public required IReadOnlyList<FusionTest> Tests { get; init; }
}

internal sealed record FusionTest(bool Passed, FusionResponse ExecInfo);

/// <summary>FastAPI's answer to a request that does not fit.</summary>
internal sealed record FusionRefusal(IReadOnlyList<FusionDefect> Detail);

internal sealed record FusionDefect(IReadOnlyList<string> Loc, string Msg, string Type);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FusionRequest))]
[JsonSerializable(typeof(FusionResponse))]
[JsonSerializable(typeof(FusionSubmission))]
[JsonSerializable(typeof(FusionVerdict))]
[JsonSerializable(typeof(FusionRefusal))]
internal sealed partial class FusionJson : JsonSerializerContext;
