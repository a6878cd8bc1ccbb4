namespace Docker.DotNet.Models;

/// <summary>All about an image.</summary>
public class ImageInspectResponse
{
    public string ID { get; set; }

    public string Parent { get; set; }

    public IList<string> RepoTags { get; set; }

    public IList<string> RepoDigests { get; set; }

    public string Comment { get; set; }

    public Config Config { get; set; }

    public string Architecture { get; set; }

    public string Os { get; set; }

    public long Size { get; set; }
}
