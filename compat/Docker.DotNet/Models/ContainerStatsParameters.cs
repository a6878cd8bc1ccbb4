namespace Docker.DotNet.Models;

/// <summary>How often a container's figures are wanted.</summary>
public class ContainerStatsParameters
{
    public bool Stream { get; set; }

    public bool? OneShot { get; set; }
}
