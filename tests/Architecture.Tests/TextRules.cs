using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What no text of the repository may hold.</summary>
internal static partial class TextRules
{
    public const int MaxLines = 300;

    /// <summary>A path of somebody's machine, or null: on another machine it names nothing.</summary>
    public static string? MachinePath(string text) => Find(MachinePaths, text);

    /// <summary>A package registry's host, or null: where packages come from is the builder's configuration, not the code's.</summary>
    public static string? RegistryHost(string text) => Find(RegistryHosts, text);

    public static int Lines(string text) => text.Length == 0 ? 0 : text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    // The folders are spelled with a class of one letter so that this file does not match itself.
    [GeneratedRegex(@"(?<![\w./-])/(?:[w]ork|[h]ome/\w+|[U]sers/\w+|[r]oot|[t]mp/wt)/\w|[A-Z]:\\[U]sers\\")]
    private static partial Regex MachinePaths { get; }

    [GeneratedRegex(@"[n]uget\.org/|[p]kgs\.dev\.azure\.com|[a]rtifactory|[p]ypi\.org/simple|[r]egistry\.npmjs\.org|://(?:10|127|192\.168)\.[\d.]+/(?:nuget|simple)", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHosts { get; }

    private static string? Find(Regex regex, string text) => regex.Match(text) is { Success: true } match ? match.Value : null;
}
