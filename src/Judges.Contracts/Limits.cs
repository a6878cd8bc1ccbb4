namespace Judges;

/// <summary>What one run of a submission may use.</summary>
/// <remarks>Here and in the requests, what has a default is `set`, not `init`: generated JSON code gives an absent `init` property the type's zero.</remarks>
public sealed record Limits
{
    /// <summary>CPU time of one test in seconds, (0, 600]; default 5. This is the limit that fails a slow program.</summary>
    public double CpuSeconds { get; set; } = 5;

    /// <summary>Wall-clock backstop of one test in seconds, (0, 3600]; default 5; stretched on a busy host.</summary>
    public double WallSeconds { get; set; } = 5;

    /// <summary>Memory in MiB, [16, 65536]; default 256.</summary>
    public int MemoryMb { get; set; } = 256;

    /// <summary>Output of a test that is kept, in KiB, [1, 65536]; default 64. More is kept where more is needed to compare.</summary>
    public int OutputKb { get; set; } = 64;

    /// <summary>
    /// Output after which a test is stopped, in KiB, [1, 65536]; default null: what the judge allows, which is 16384 unless its options say
    /// otherwise. Never less than <see cref="OutputKb"/>.
    /// </summary>
    public int? OutputAllowedKb { get; set; }

    /// <summary>Processes and threads at one time, [1, 1024]; default 16.</summary>
    public int Processes { get; set; } = 16;

    /// <summary>Which limit is out of range, or null when all are in it.</summary>
    public string? Defect() => this switch
    {
        { CpuSeconds: not (> 0 and <= 600) } => "`limits.cpuSeconds` must be above 0 and at most 600",
        { WallSeconds: not (> 0 and <= 3600) } => "`limits.wallSeconds` must be above 0 and at most 3600",
        { MemoryMb: < 16 or > 65536 } => "`limits.memoryMb` must be from 16 to 65536",
        { OutputKb: < 1 or > 65536 } => "`limits.outputKb` must be from 1 to 65536",
        { OutputAllowedKb: < 1 or > 65536 } => "`limits.outputAllowedKb` must be from 1 to 65536",
        { Processes: < 1 or > 1024 } => "`limits.processes` must be from 1 to 1024",
        _ => null,
    };
}
