namespace Docker.DotNet.Models;

/// <summary>Where a container's output goes.</summary>
public class LogConfig
{
    public string Type { get; set; }

    public IDictionary<string, string> Config { get; set; }
}
