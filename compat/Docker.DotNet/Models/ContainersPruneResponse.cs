namespace Docker.DotNet.Models;

/// <summary>The containers that went.</summary>
public class ContainersPruneResponse
{
    public IList<string> ContainersDeleted { get; set; }

    public ulong SpaceReclaimed { get; set; }
}
