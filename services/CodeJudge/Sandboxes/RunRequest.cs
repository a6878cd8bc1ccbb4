using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>One test as the box sees it: program and input. There is no member for what is expected.</summary>
public sealed record RunRequest
{
    public required RunKind Kind { get; init; }

    /// <summary>The image of the box that it runs in, by name.</summary>
    public string Image { get; init; } = BoxImages.Python;

    /// <summary>The function to call; null for <see cref="RunKind.Stdio"/>.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>The source, UTF-8.</summary>
    public required ReadOnlyMemory<byte> Program { get; init; }

    /// <summary>Standard input, or the arguments as a JSON array.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    public required Limits Limits { get; init; }
}

/// <summary>How a program is run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunKind>))]
public enum RunKind
{
    /// <summary>It reads standard input and writes standard output.</summary>
    Stdio,

    /// <summary>A function of it is called.</summary>
    Call,
}

/// <summary>How a run ended and what it wrote; everything in the three streams is hostile.</summary>
public sealed record RunReport
{
    /// <summary>The exit code, or minus the signal.</summary>
    public required int Exit { get; init; }

    /// <summary>The limit that stopped it, or null.</summary>
    public StopReason? Stopped { get; init; }

    public double WallMs { get; init; }

    public double CpuMs { get; init; }

    public long PeakKb { get; init; }

    /// <summary>Whether the box was proven clean afterwards.</summary>
    public required bool Clean { get; init; }

    public ReadOnlyMemory<byte> Output { get; init; }

    public ReadOnlyMemory<byte> Errors { get; init; }

    /// <summary>What the harness reported; the submission shares its process and can write the same.</summary>
    public ReadOnlyMemory<byte> Result { get; init; }
}

/// <summary>The limits that stop a run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StopReason>))]
public enum StopReason
{
    Cpu,
    Wall,
    Memory,
    Output,
}
