namespace Docker.DotNet.Models;

/// <summary>Why the engine could not wait.</summary>
public class WaitExitError
{
    public string Message { get; set; }
}
