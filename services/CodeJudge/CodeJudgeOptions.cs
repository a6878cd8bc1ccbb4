using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Judges.Code;

/// <summary>How the code judge runs programs.</summary>
public sealed class CodeJudgeOptions
{
    public const string Section = "CodeJudge";

    /// <summary>Which sandbox holds the programs; default <see cref="SandboxEngineKind.Auto"/>.</summary>
    [EnumDataType(typeof(SandboxEngineKind))]
    public SandboxEngineKind Engine { get; set; } = SandboxEngineKind.Auto;

    /// <summary>Warm boxes, each judging one submission at a time, 0 to 256; default 0: one per core.</summary>
    [Range(0, 256)]
    public int Boxes { get; set; }

    /// <summary>
    /// Submissions that may wait for a box before <c>POST /v1/judge/code</c> answers 503 with <c>Retry-After</c>, 0 to 10000000; default
    /// 20000; 0 never does. The other doors and the bus wait.
    /// </summary>
    [Range(0, 10_000_000)]
    public int MostWaiting { get; set; } = 20_000;

    /// <summary>
    /// What a program may write before it is stopped, in KiB, 1 to 65536; default 16384. A request's <c>limits.outputAllowedKb</c> decides
    /// otherwise, and an expected output that is longer allows more.
    /// </summary>
    [Range(1, 65536)]
    public int OutputAllowedKb { get; set; } = 16384;

    /// <summary>
    /// Where the container engine is: <c>unix:///path</c>, <c>tcp://host:port</c> or <c>http://host:port</c>; default
    /// <c>unix:///var/run/docker.sock</c>, or what <c>DOCKER_HOST</c> says.
    /// </summary>
    [Required]
    public Uri DockerEndpoint { get; set; } = new("unix:///var/run/docker.sock");

    /// <summary>What the names of the boxes' images begin with; default <c>judges/box-</c>.</summary>
    [Required]
    public string ImagePrefix { get; set; } = "judges/box-";

    /// <summary>
    /// The engine's runtime for boxes, such as <c>runsc</c>; default none: the engine's own default. Memory is held per process where its kernel is not the host's.
    /// </summary>
    public string ContainerRuntime { get; set; } = "";

    /// <summary>Memory of a container as a whole in MiB, 128 to 1048576; default 4096. Each run is held to its own limit below it.</summary>
    [Range(128, 1_048_576)]
    public int ContainerMemoryMb { get; set; } = 4096;

    /// <summary>Cores that one container may keep busy, 0.1 to 1024; default 2.</summary>
    [Range(0.1, 1024)]
    public double ContainerCpus { get; set; } = 2;

    /// <summary>The bubblewrap program, a name on the PATH or a path; default <c>bwrap</c>.</summary>
    [Required]
    public string Bubblewrap { get; set; } = "bwrap";

    /// <summary>The interpreter that programs run on, below /usr (only /usr is visible in a box); default <c>/usr/bin/python3</c>.</summary>
    [Required]
    [RegularExpression("^/usr/.+", ErrorMessage = "CodeJudge:Python must be a path below /usr: only /usr is visible in a box.")]
    public string Python { get; set; } = "/usr/bin/python3";

    /// <summary>Size of a box's /tmp and of its /dev/shm in MiB, 1 to 4096; default 64.</summary>
    [Range(1, 4096)]
    public int ScratchMb { get; set; } = 64;

    /// <summary>
    /// The first of the user ids under which programs run where the judge runs as root, 65536 to 2000000000; default 1879048192. Each box
    /// uses 256 of them; no account of the host may have one of them.
    /// </summary>
    [Range(65536, 2_000_000_000)]
    public int FirstUserId { get; set; } = 0x7000_0000;

    /// <summary>How many verdicts are remembered by content, 0 to 1000000; default 4096; 0 judges everything anew.</summary>
    [Range(0, 1_000_000)]
    public int CacheEntries { get; set; } = 4096;

    /// <summary>Output that a program run through a drop-in door may write, in KiB, 1 to 65536; default 16384.</summary>
    [Range(1, 65536)]
    public int DoorOutputKb { get; set; } = 16384;

    /// <summary>The longest time limit that a drop-in door grants, in seconds, 1 to 600; default 120.</summary>
    [Range(1, 600)]
    public int DoorMostSeconds { get; set; } = 120;

    /// <summary>The largest request to a drop-in door in MiB, 1 to 4096; default 512.</summary>
    [Range(1, 4096)]
    public int DoorRequestMb { get; set; } = 512;

    internal int BoxCount => Boxes > 0 ? Boxes : Environment.ProcessorCount;
}

/// <summary>The sandboxes that can be chosen.</summary>
public enum SandboxEngineKind
{
    /// <summary>The best that this machine has.</summary>
    Auto,

    /// <summary>Linux namespaces by <c>bwrap</c>; no daemon.</summary>
    Bubblewrap,

    /// <summary>Hardened containers of an engine that answers at <see cref="CodeJudgeOptions.DockerEndpoint"/>.</summary>
    Docker,
}

[OptionsValidator]
internal sealed partial class CodeJudgeOptionsValidator : IValidateOptions<CodeJudgeOptions>;
