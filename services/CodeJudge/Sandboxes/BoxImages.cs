namespace Judges.Code;

/// <summary>The images that boxes are made of, one for each family of languages; each has Python too, for the supervisor.</summary>
public static class BoxImages
{
    /// <summary>What Python's programs run in.</summary>
    public const string Python = "python";

    /// <summary>Every language in one, for a submission and an interactor of different languages.</summary>
    public const string Everything = "everything";

    /// <summary>One for each family, in the order of the languages.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. LanguageSet.All.Select(Of).Distinct()];

    /// <summary>The Debian packages of an image, with blanks between them.</summary>
    public static string Packages(string image)
    {
        var languages = LanguageSet.All.Where(language => image == Everything || Of(language) == image).ToList();
        return languages.Count > 0
            ? string.Join(' ', languages.SelectMany(static language => language.Packages.Split(' ')).Distinct().Order(StringComparer.Ordinal))
            : throw new ArgumentException($"there is no image {image}; there are {string.Join(", ", Families)} and {Everything}", nameof(image));
    }

    /// <summary>Languages of the same packages are a family, called after the first of them.</summary>
    internal static string Of(Language language) => LanguageSet.All.First(other => other.Packages == language.Packages).Name;

    /// <summary>The image of a run: its tester's language must be in it too.</summary>
    internal static string Of(RunRequest request) => request.Tester?.Image is not { } other || other == request.Image || other == Python ? request.Image
        : request.Image == Python ? other
        : Everything;
}
