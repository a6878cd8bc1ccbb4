namespace Docker.DotNet.Models;

/// <summary>How a container ended.</summary>
public class ContainerWaitResponse
{
    public long StatusCode { get; set; }

    public WaitExitError Error { get; set; }
}
