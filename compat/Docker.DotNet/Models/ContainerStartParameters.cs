namespace Docker.DotNet.Models;

/// <summary>How a container is started.</summary>
public class ContainerStartParameters
{
    public string DetachKeys { get; set; }
}
