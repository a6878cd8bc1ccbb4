using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>What a project refers to.</summary>
internal sealed record Project(string Name, string Text)
{
    private XDocument Xml { get; } = XDocument.Parse(Text);

    public IReadOnlyList<string> Projects => [.. Includes("ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> Packages => [.. Includes("PackageReference")];

    /// <summary>Packages whose version stands in the project instead of in Directory.Packages.props.</summary>
    public IReadOnlyList<string> OwnVersions =>
        [.. Elements("PackageReference")
            .Where(static package => Has(package, "Version") || Has(package, "VersionOverride"))
            .Select(static package => (string?)package.Attribute("Include") ?? "?")];

    public static Project Load(string file) => new(Path.GetFileNameWithoutExtension(file), Repository.Read(file));

    private IEnumerable<string> Includes(string element) => Elements(element).Select(static item => (string?)item.Attribute("Include")).OfType<string>();

    private IEnumerable<XElement> Elements(string name) => Xml.Descendants().Where(element => element.Name.LocalName == name);

    private static bool Has(XElement element, string name) =>
        element.Attribute(name) is not null || element.Elements().Any(child => child.Name.LocalName == name);
}

/// <summary>Which project may refer to which: one way, from the hosts down to the contracts.</summary>
internal static class Arrows
{
    private static readonly string[] Judges = ["CodeJudge", "MathJudge", "FormatJudge"];
    private static readonly string[] Ground = ["Judges.Hosting", "Judges.Contracts"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Judges"] = [.. Judges, .. Ground],
        ["Trainer"] = [.. Judges, .. Ground, "TorchSharp", "TorchSharp.Official"],
        ["CodeJudge"] = [.. Ground, "Docker.DotNet"],
        ["MathJudge"] = [.. Ground, "Symbolics"],
        ["FormatJudge"] = Ground,
        ["Judges.Hosting"] = ["Judges.Contracts"],
        ["Judges.Contracts"] = [],
        ["Symbolics"] = [],
        ["TorchSharp"] = [],
        ["TorchSharp.Official"] = ["TorchSharp"],
        ["Docker.DotNet"] = [],
    };

    /// <summary>The arrows of a project that the design does not have; a project that it does not name is one itself.</summary>
    public static IReadOnlyList<string> Wrong(Project project) => Allowed.TryGetValue(project.Name, out var allowed)
        ? [.. project.Projects.Except(allowed).Select(target => $"{project.Name} -> {target}")]
        : [$"{project.Name} is not in the design"];
}
