namespace Docker.DotNet.Models;

/// <summary>A directory of the host, a volume or a tmpfs in a container.</summary>
public class Mount
{
    public string Type { get; set; }

    public string Source { get; set; }

    public string Target { get; set; }

    public bool ReadOnly { get; set; }
}
