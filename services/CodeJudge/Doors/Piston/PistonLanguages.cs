using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>Languages by the names that Piston and its packages for open-r1 have for them.</summary>
internal static partial class PistonLanguages
{
    [GeneratedRegex(@"^(?:cf_)?c\+\+(?<standard>0x|11|14|17|20)?$")]
    private static partial Regex Standard { get; }

    /// <summary>Callers of these read <c>compile</c> without looking whether it is there.</summary>
    public static bool IsAlwaysCompiled(string name) => IsCodeforces(name);

    /// <summary>Whether the name is one of the package <c>codeforces</c>, whose programs are graded when a test comes with them.</summary>
    public static bool IsCodeforces(string name) => Standard.IsMatch(name) || name is "cf_python3" or "cf_java";

    /// <summary>The language, compiled by the standard that the name asks for; null when we have none.</summary>
    public static Language? Find(string name)
    {
        if (name is "cms_ioi" or "cms")
            return Cpp.Language;
        if (name == "cf_java")
            return Java.Language;
        return Standard.Match(name) is { Success: true } match && match.Groups["standard"] is { Success: true, Value: var standard }
            ? Cpp.Language with { Build = [.. Cpp.Language.Build.Select(word => word == "-std=gnu++20" ? $"-std=gnu++{standard}" : word)] }
            : Standard.IsMatch(name) ? Cpp.Language : DoorRules.Find(name);
    }
}
