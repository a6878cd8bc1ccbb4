using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>One run as the box sees it: program and input. There is no member for what is expected.</summary>
public sealed record RunRequest
{
    public required RunKind Kind { get; init; }

    /// <summary>The image of the box that it runs in, by name.</summary>
    public string Image { get; init; } = BoxImages.Python;

    /// <summary>The function to call; null for the other kinds.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>The Python source, UTF-8; empty for <see cref="RunKind.Execute"/>.</summary>
    public ReadOnlyMemory<byte> Program { get; init; }

    /// <summary>Standard input, or the arguments as a JSON array, or an array of those for each of several <see cref="Calls"/>.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>How often the function is called. More than once, each call with the program's module made anew, each result after its length.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>For <see cref="RunKind.Execute"/>: the files of the working directory; they belong to the run's user, who alone can read them.</summary>
    public IReadOnlyList<BoxFile> Files { get; init; } = [];

    /// <summary>For <see cref="RunKind.Execute"/>: the program and its arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>For <see cref="RunKind.Execute"/>: environment variables beside PATH, HOME and LANG.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>For <see cref="RunKind.Execute"/>: files in the working directory, or folders with all in them, that come back when it has ended.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>
    /// A second process, under another user, that is connected with this one by two pipes: what it writes to descriptor 5 this one reads
    /// from its descriptor 4, and the other way round. It is started first, and the run ends with it.
    /// </summary>
    public RunRequest? Tester { get; init; }

    /// <summary>
    /// For <see cref="RunKind.Tester"/>: whether the tests may be given to a tester that has run others. It takes only such as leave nothing behind, and
    /// decides only what ends in the plain course of things: else the run is <see cref="RunReport.Undecided"/>, and has to be repeated without.
    /// </summary>
    public bool MayShareTester { get; init; }

    /// <summary>Whether the pipes to the tester are this process's standard input and output, as an interactive task wants it.</summary>
    public bool Interactive { get; init; }

    public required Limits Limits { get; init; }

    /// <summary>How many bytes of standard output come back; what is written beyond, as far as the limits allow it, is counted and dropped.</summary>
    public int OutputKept
    {
        get => field > 0 ? field : Limits.OutputKb << 10;
        init;
    }

    /// <summary>How many bytes of standard output may be written.</summary>
    public int OutputAllowed => Math.Max(OutputKept, Math.Max(Limits.OutputKb, Limits.OutputAllowedKb ?? 0) << 10);

    /// <summary>How many bytes the result of a call may have.</summary>
    public int ResultAllowed
    {
        get => field > 0 ? field : Limits.OutputKb << 10;
        init;
    }
}

/// <summary>A file of a run's working directory.</summary>
/// <param name="Name">A plain name, or folders and a name with slashes.</param>
public sealed record BoxFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>How a program is run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunKind>))]
public enum RunKind
{
    /// <summary>A Python program reads standard input and writes standard output.</summary>
    Stdio,

    /// <summary>A function of a Python program is called.</summary>
    Call,

    /// <summary>A Python program answers a tester's calls.</summary>
    Subject,

    /// <summary>A Python program runs its tests in its own process, under a tester's eyes.</summary>
    Shared,

    /// <summary>Python tests call a subject.</summary>
    Tester,

    /// <summary>A command is executed.</summary>
    Execute,
}

/// <summary>How a run ended and what it wrote; everything in the streams is hostile, but for the tester's.</summary>
public sealed record RunReport
{
    /// <summary>The exit code, or minus the signal.</summary>
    public required int Exit { get; init; }

    /// <summary>The limit that stopped it, or null.</summary>
    public StopReason? Stopped { get; init; }

    /// <summary>Why a command could not be executed at all, or null; no program ran, so none can have written it.</summary>
    public string? NotStarted { get; init; }

    /// <summary>Whether nothing follows from this run, because a shared tester may be at fault for its end.</summary>
    public bool Undecided { get; init; }

    public double WallMs { get; init; }

    public double CpuMs { get; init; }

    public long PeakKb { get; init; }

    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>How many bytes of standard output were written beyond what is kept.</summary>
    public long Dropped { get; init; }

    /// <summary>Whether anything but ASCII white space was dropped.</summary>
    public bool IsCut { get; init; }

    public ReadOnlyMemory<byte> Errors { get; init; }

    /// <summary>What the harness reported; the submission shares its process and can write the same.</summary>
    public ReadOnlyMemory<byte> Result { get; init; }

    /// <summary>What <see cref="RunRequest.Keep"/> named and the run left.</summary>
    public IReadOnlyList<BoxFile> Kept { get; init; } = [];

    /// <summary>How the tester ended; null without one.</summary>
    public TesterReport? Tester { get; init; }
}

/// <summary>How the second process of a run ended; the submission could not write here.</summary>
/// <param name="Exit">The exit code, or minus the signal.</param>
/// <param name="Result">What it wrote to descriptor 3.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record TesterReport(int Exit, ReadOnlyMemory<byte> Result, ReadOnlyMemory<byte> Errors);

/// <summary>The limits that stop a run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StopReason>))]
public enum StopReason
{
    Cpu,
    Wall,
    Memory,
    Output,

    /// <summary>No limit of its own: the host ran out of memory. Our fault.</summary>
    Host,
}
