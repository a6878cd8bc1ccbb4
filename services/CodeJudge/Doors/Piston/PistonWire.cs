using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>Piston's <c>POST /api/v2/execute</c>; times are milliseconds, limits of memory bytes.</summary>
internal sealed record PistonRequest
{
    public string? Language { get; init; }

    public string? Version { get; init; }

    public IReadOnlyList<PistonFile>? Files { get; init; }

    public string? Stdin { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public double? CompileTimeout { get; init; }

    public double? RunTimeout { get; init; }

    public double? CompileCpuTime { get; init; }

    public double? RunCpuTime { get; init; }

    public double? CompileMemoryLimit { get; init; }

    public double? RunMemoryLimit { get; init; }
}

internal sealed record PistonFile
{
    public string? Name { get; init; }

    public string? Content { get; init; }

    public string? Encoding { get; init; }
}

internal sealed record PistonResponse
{
    public required string Language { get; init; }

    public required string Version { get; init; }

    public required PistonStage Run { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PistonStage? Compile { get; init; }
}

internal sealed record PistonStage
{
    public string Stdout { get; init; } = "";

    public string Stderr { get; init; } = "";

    public string Output { get; init; } = "";

    public int? Code { get; init; }

    public string? Signal { get; init; }

    public string? Message { get; init; }

    public string? Status { get; init; }

    public double CpuTime { get; init; }

    public double WallTime { get; init; }

    public long Memory { get; init; }
}

internal sealed record PistonRuntime(string Language, string Version, IReadOnlyList<string> Aliases);

internal sealed record PistonMessage(string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(PistonRequest))]
[JsonSerializable(typeof(PistonResponse))]
[JsonSerializable(typeof(IReadOnlyList<PistonRuntime>))]
[JsonSerializable(typeof(PistonMessage))]
internal sealed partial class PistonJson : JsonSerializerContext;
