namespace Docker.DotNet.Models;

/// <summary>One of setrlimit's limits.</summary>
public class Ulimit
{
    public string Name { get; set; }

    public long Soft { get; set; }

    public long Hard { get; set; }
}
