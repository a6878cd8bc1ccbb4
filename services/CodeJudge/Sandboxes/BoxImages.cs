namespace Judges.Code;

/// <summary>The images that boxes are made of, one for each family of languages; each has Python too, for the supervisor.</summary>
public static class BoxImages
{
    /// <summary>What Python's programs run in.</summary>
    public const string Python = "python";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Python];

    /// <summary>The Debian packages of an image.</summary>
    public static string Packages(string image) => All.Contains(image)
        ? ""
        : throw new ArgumentException($"there is no image {image}; there are {string.Join(", ", All)}", nameof(image));
}
