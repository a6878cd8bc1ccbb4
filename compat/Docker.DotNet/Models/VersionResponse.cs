namespace Docker.DotNet.Models;

/// <summary>Which engine it is.</summary>
public class VersionResponse
{
    public string Version { get; set; }

    public string APIVersion { get; set; }

    public string MinAPIVersion { get; set; }

    public string GitCommit { get; set; }

    public string GoVersion { get; set; }

    public string Os { get; set; }

    public string Arch { get; set; }

    public string KernelVersion { get; set; }

    public bool Experimental { get; set; }

    public string BuildTime { get; set; }
}
