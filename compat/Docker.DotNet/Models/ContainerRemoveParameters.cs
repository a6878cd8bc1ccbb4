namespace Docker.DotNet.Models;

/// <summary>How a container is removed.</summary>
public class ContainerRemoveParameters
{
    public bool? RemoveVolumes { get; set; }

    public bool? RemoveLinks { get; set; }

    public bool? Force { get; set; }
}
