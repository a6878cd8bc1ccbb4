using System.Globalization;
using Docker.DotNet.Models;

namespace Judges.Code;

/// <summary>The box, as a container: what it may do is what its supervisor needs.</summary>
internal static class DockerContainer
{
    public const string Label = "org.judges.box";

    // The supervisor itself; runs are in groups of their own, or under RLIMIT_AS, and each of them is far below this.
    private const int SupervisorProcesses = 4096;

    // The engine's own list, and /sys: no program needs the host's devices.
    private static readonly string[] _masked =
    [
        "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list", "/proc/timer_stats",
        "/proc/sched_debug", "/proc/scsi", "/sys",
    ];

    public static CreateContainerParameters Of(CodeJudgeOptions options, int slot, string image, ControlGroup? group)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={options.ScratchMb}m");
        var configuration = BoxConfiguration.Text(options, slot, image, separateUsers: true, controlGroup: group is not null);
        var tmpfs = new Dictionary<string, string> { ["/tmp"] = $"rw,exec,nosuid,nodev,mode=1777,nr_inodes=200000,{size}" };
        if (group is not null)
            tmpfs["/judge"] = "rw,noexec,nosuid,nodev,mode=0700,size=64k";
        return new CreateContainerParameters
        {
            Image = DockerImages.Tag(options, image),
            Entrypoint = [],
            Cmd = [options.Python, "-s", "-S", "-B", "-c", SupervisorSource.Text, configuration],
            Env = [.. SupervisorSource.Environment.Select(static variable => $"{variable.Key}={variable.Value}")],
            User = "0:0",
            WorkingDir = "/",
            Hostname = "box",
            Labels = new Dictionary<string, string> { [Label] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
            NetworkDisabled = true,
            // Process 1 heeds no other, and an engine that stops would wait for it.
            StopSignal = "SIGKILL",
            // When the judge is gone its end of standard input is closed, and the supervisor ends.
            AttachStdin = true,
            OpenStdin = true,
            StdinOnce = true,
            AttachStdout = true,
            AttachStderr = true,
            HostConfig = new HostConfig
            {
                NetworkMode = "none",
                IpcMode = "private",
                ReadonlyRootfs = true,
                CapDrop = ["ALL"],
                // To become the run's user, to kill its processes and to remove its files; nothing else.
                CapAdd = ["SETUID", "SETGID", "KILL", "DAC_OVERRIDE"],
                SecurityOpt = ["no-new-privileges:true"],
                MaskedPaths = _masked,
                Tmpfs = tmpfs,
                ShmSize = (long)options.ScratchMb << 20,
                Binds =
                [
                    .. group is null ? [] : group.Directories.Select(static directory => $"{directory.Outside}:/judge/cgroup/{directory.Inside}"),
                    // C# runs on the .NET that compiled it.
                    .. image is BoxImages.Everything || image == BoxImages.Of(CSharp.Language) ? (string[])[$"{CSharp.DotnetFolder}:{CSharp.DotnetFolder}:ro"] : [],
                ],
                // The groups that are bound are the host's.
                CgroupnsMode = group is null ? null : "host",
                Memory = (long)options.ContainerMemoryMb << 20,
                MemorySwap = (long)options.ContainerMemoryMb << 20,
                PidsLimit = SupervisorProcesses,
                NanoCPUs = (long)(options.ContainerCpus * 1e9),
                OomScoreAdj = 0,
                AutoRemove = true,
                // What is said over the attached streams is nobody's log.
                LogConfig = new LogConfig { Type = "none" },
                Runtime = options.ContainerRuntime.Length == 0 ? null : options.ContainerRuntime,
            },
        };
    }
}
