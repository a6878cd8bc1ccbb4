namespace Docker.DotNet.Models;

/// <summary>Where an image comes from: a registry, or the stream of a file system.</summary>
public class ImagesCreateParameters
{
    public string FromImage { get; set; }

    public string FromSrc { get; set; }

    public string Repo { get; set; }

    public string Tag { get; set; }

    public string Message { get; set; }

    public IList<string> Changes { get; set; }

    public string Platform { get; set; }
}
