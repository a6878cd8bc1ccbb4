namespace Docker.DotNet.Models;

/// <summary>What the host gives a container, and what it keeps from it.</summary>
public class HostConfig
{
    public long Memory { get; set; }

    public long MemorySwap { get; set; }

    public long MemoryReservation { get; set; }

    public long? MemorySwappiness { get; set; }

    public long NanoCPUs { get; set; }

    public long CPUPeriod { get; set; }

    public long CPUQuota { get; set; }

    public long CPUShares { get; set; }

    public string CpusetCpus { get; set; }

    public long? PidsLimit { get; set; }

    public bool? OomKillDisable { get; set; }

    public long OomScoreAdj { get; set; }

    public IList<Ulimit> Ulimits { get; set; }

    public IList<string> Binds { get; set; }

    public IList<Mount> Mounts { get; set; }

    public IDictionary<string, string> Tmpfs { get; set; }

    public long ShmSize { get; set; }

    public bool ReadonlyRootfs { get; set; }

    public IList<string> CapAdd { get; set; }

    public IList<string> CapDrop { get; set; }

    public IList<string> SecurityOpt { get; set; }

    public IDictionary<string, string> Sysctls { get; set; }

    public IList<string> MaskedPaths { get; set; }

    public IList<string> ReadonlyPaths { get; set; }

    public IList<string> GroupAdd { get; set; }

    public string NetworkMode { get; set; }

    public string IpcMode { get; set; }

    public string PidMode { get; set; }

    public string UTSMode { get; set; }

    public string UsernsMode { get; set; }

    public string CgroupnsMode { get; set; }

    public string CgroupParent { get; set; }

    public string Runtime { get; set; }

    public bool? Init { get; set; }

    public bool AutoRemove { get; set; }

    public bool Privileged { get; set; }

    public LogConfig LogConfig { get; set; }

    public RestartPolicy RestartPolicy { get; set; }
}
