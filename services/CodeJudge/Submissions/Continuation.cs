using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>Joins a prefix with the completion that continues it, as HumanEval does, or repeats its last function, as chat models do.</summary>
internal sealed partial class Continuation(Language language, string prefix, string? entryPoint)
{
    // What stands before a function and may stand there once more: imports, includes, a package.
    [GeneratedRegex(@"^\s*(?:#\s*include\b|using\s|import\s|package\s|use\s|const\s.*=\s*require\(|typedef\s|from\s)", RegexOptions.NonBacktracking)]
    private static partial Regex Import { get; }

    /// <param name="body">What was found in a fence or an answer tag.</param>
    public string With(string body)
    {
        var start = prefix.EndsWith('\n') ? prefix : prefix + "\n";
        if (language != Python.Language)
            return Repeats(body) ? Imports(body) + body : StopsWithinLine ? prefix + body : start + body;
        if (entryPoint is not null && EntryPoint.IsDefinedIn(language, body, entryPoint))
            // The whole function again: the prefix's imports and helpers stay, its unfinished function is replaced.
            return CanStandAlone ? start + body : start + "    pass\n" + body;
        if (StopsWithinLine)
            return prefix + body;
        var isIndented = body.AsSpan().TrimStart('\n') is [' ' or '\t', ..];
        // Within a fence many models write the body of the prefix's function from the left margin.
        return start + (isIndented || !EndsInsideBlock ? body : Indent(body));
    }

    // The prefix's last line opens the function; a completion with that line in it brings the function whole.
    private bool Repeats(string body)
    {
        var opening = prefix.Split('\n').LastOrDefault(static line => line.Contains('(', StringComparison.Ordinal));
        return opening is not null && Squeeze(body).Contains(Squeeze(opening).TrimEnd('{'), StringComparison.Ordinal);
    }

    private string Imports(string body)
    {
        var own = body.Split('\n').Select(Squeeze).ToHashSet(StringComparer.Ordinal);
        var lines = prefix.Split('\n').Where(line => Import.IsMatch(line) && !own.Contains(Squeeze(line)));
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    // As in `    return `: what follows belongs on the same line.
    private bool StopsWithinLine => prefix is [.., ' ' or '\t'] && !string.IsNullOrWhiteSpace(prefix[(prefix.LastIndexOf('\n') + 1)..]);

    private bool CanStandAlone => !prefix.AsSpan().TrimEnd().EndsWith(':');

    private bool EndsInsideBlock
    {
        get
        {
            var lines = prefix.TrimEnd().Split('\n');
            return lines[^1].EndsWith(':') || lines[^1].StartsWith(' ') || lines[^1].StartsWith('\t');
        }
    }

    private static string Indent(string body) =>
        string.Join('\n', body.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));
}
