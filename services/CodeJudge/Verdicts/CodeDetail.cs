using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>A code verdict's evidence. It never holds an expected value: details are logged next to rollouts.</summary>
internal sealed record CodeDetail
{
    public required Stage Stage { get; init; }

    public string? Language { get; init; }

    public string? Engine { get; init; }

    public string? MemoryLimit { get; init; }

    public string? Isolation { get; init; }

    public TestCount? Tests { get; init; }

    /// <summary>The first of the tests that were run.</summary>
    public IReadOnlyList<CaseDetail>? Cases { get; init; }

    public EfficiencyDetail? Efficiency { get; init; }

    public string? Message { get; init; }
}

/// <param name="Run">Fewer than <paramref name="Total"/> when the rest could not change the reward.</param>
internal sealed record TestCount(int Passed, int Run, int Total);

internal sealed record CaseDetail(int Index, Outcome Outcome, double WallMs, double CpuMs, long PeakMemoryKb, string? Message);

/// <param name="Score">The reference's CPU time divided by the program's: above 1 the program is faster.</param>
internal sealed record EfficiencyDetail(double Score, double ReferenceMs, double ProgramMs, int Repeats);

/// <summary>How far the submission came.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Stage>))]
internal enum Stage
{
    /// <summary>No program was found.</summary>
    NotFound,

    /// <summary>A program was found, and it does not parse.</summary>
    Extracted,

    /// <summary>It parses, and does not compile, or, where nothing is compiled, not every test ended by itself.</summary>
    Parses,

    /// <summary>It compiles, and not every test ended by itself.</summary>
    Compiles,

    /// <summary>Every test that was run ended by itself, without an error.</summary>
    Ran,
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CodeDetail))]
[JsonSerializable(typeof(PythonTests))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[][]))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
internal sealed partial class CodeJson : JsonSerializerContext;
