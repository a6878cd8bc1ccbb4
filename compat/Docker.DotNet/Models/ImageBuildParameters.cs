namespace Docker.DotNet.Models;

/// <summary>How an image is built.</summary>
public class ImageBuildParameters
{
    public IList<string> Tags { get; set; }

    public string Dockerfile { get; set; }

    public IDictionary<string, string> BuildArgs { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public string NetworkMode { get; set; }

    public bool? NoCache { get; set; }

    public string Pull { get; set; }

    public bool? Remove { get; set; }

    public bool? ForceRemove { get; set; }

    public bool? SuppressOutput { get; set; }

    public string Target { get; set; }

    public string Platform { get; set; }

    public long? Memory { get; set; }

    public long? ShmSize { get; set; }
}
