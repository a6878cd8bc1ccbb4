namespace Docker.DotNet.Models;

/// <summary>All about a container.</summary>
public class ContainerInspectResponse
{
    public string ID { get; set; }

    public string Name { get; set; }

    public string Image { get; set; }

    public string Path { get; set; }

    public IList<string> Args { get; set; }

    public string Driver { get; set; }

    public string Platform { get; set; }

    public long RestartCount { get; set; }

    public IList<string> ExecIDs { get; set; }

    public ContainerState State { get; set; }

    public HostConfig HostConfig { get; set; }

    public Config Config { get; set; }
}
