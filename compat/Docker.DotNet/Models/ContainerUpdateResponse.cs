namespace Docker.DotNet.Models;

/// <summary>What the engine thinks of the change.</summary>
public class ContainerUpdateResponse
{
    public IList<string> Warnings { get; set; }
}
