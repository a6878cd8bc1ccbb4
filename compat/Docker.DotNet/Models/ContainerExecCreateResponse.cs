namespace Docker.DotNet.Models;

/// <summary>The program's place.</summary>
public class ContainerExecCreateResponse
{
    public string ID { get; set; }
}
