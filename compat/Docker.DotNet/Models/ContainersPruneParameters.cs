namespace Docker.DotNet.Models;

/// <summary>Which stopped containers go.</summary>
public class ContainersPruneParameters
{
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
