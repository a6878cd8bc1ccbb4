namespace Docker.DotNet.Models;

/// <summary>How an image is removed.</summary>
public class ImageDeleteParameters
{
    public bool? Force { get; set; }

    public bool? NoPrune { get; set; }
}
