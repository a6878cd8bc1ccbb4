namespace Docker.DotNet.Models;

/// <summary>Which images are wanted.</summary>
public class ImagesListParameters
{
    public bool? All { get; set; }

    public bool? Digests { get; set; }

    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}
