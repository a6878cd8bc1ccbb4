namespace Docker.DotNet.Models;

/// <summary>How a container is killed.</summary>
public class ContainerKillParameters
{
    public string Signal { get; set; }
}
