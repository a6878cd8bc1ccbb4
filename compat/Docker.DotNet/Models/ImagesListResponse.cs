namespace Docker.DotNet.Models;

/// <summary>An image in a list.</summary>
public class ImagesListResponse
{
    public string ID { get; set; }

    public string ParentID { get; set; }

    public IList<string> RepoTags { get; set; }

    public IList<string> RepoDigests { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public long Size { get; set; }
}
