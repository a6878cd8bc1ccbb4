namespace Docker.DotNet.Models;

/// <summary>The container that was made.</summary>
public class CreateContainerResponse
{
    public string ID { get; set; }

    public IList<string> Warnings { get; set; }
}
