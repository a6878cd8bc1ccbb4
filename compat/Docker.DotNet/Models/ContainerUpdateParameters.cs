namespace Docker.DotNet.Models;

/// <summary>The limits of a running container that change; zero changes nothing.</summary>
public class ContainerUpdateParameters
{
    public long Memory { get; set; }

    public long MemorySwap { get; set; }

    public long MemoryReservation { get; set; }

    public long NanoCPUs { get; set; }

    public long CPUPeriod { get; set; }

    public long CPUQuota { get; set; }

    public long CPUShares { get; set; }

    public string CpusetCpus { get; set; }

    public long? PidsLimit { get; set; }
}
