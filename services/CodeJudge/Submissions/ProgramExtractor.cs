namespace Judges.Code;

/// <summary>Finds the program in a completion; docs/codejudge.md lists the rules in their order.</summary>
internal static class ProgramExtractor
{
    private const string ThinkStart = "<think>";
    private const string ThinkEnd = "</think>";
    private static readonly string[] _tags = ["python", "python3", "py", "py3"];

    /// <summary>The program, or null when the completion holds none.</summary>
    /// <param name="response">The completion.</param>
    /// <param name="prefix">What the program begins with, or null.</param>
    /// <param name="entryPoint">The function that the tests call, or null.</param>
    /// <param name="extraction">Where to look.</param>
    public static string? Find(string response, string? prefix, string? entryPoint, CodeExtraction extraction = CodeExtraction.Auto)
    {
        var end = response.LastIndexOf(ThinkEnd, StringComparison.Ordinal);
        if (response.LastIndexOf(ThinkStart, StringComparison.Ordinal) > end)
            return null; // The policy was still thinking: what stands there is no answer yet.
        var answer = end < 0 ? response : response[(end + ThinkEnd.Length)..];
        if (extraction is CodeExtraction.AnswerTag)
            return Tagged(answer, entryPoint) is { } tagged ? (string.IsNullOrEmpty(prefix) ? tagged : Continue(prefix, tagged, entryPoint)) : null;
        if (string.IsNullOrEmpty(prefix))
            return Marked(answer, entryPoint) ?? Bare(answer, entryPoint) ?? (end < 0 ? null : Marked(response[..end], entryPoint));
        var body = Marked(answer, entryPoint);
        if (body is null)
            return string.IsNullOrWhiteSpace(answer) ? null : prefix + answer;
        return Continue(prefix, body, entryPoint);
    }

    private static string? Tagged(string text, string? entryPoint)
    {
        var tag = AnswerTag(text);
        return string.IsNullOrWhiteSpace(tag) ? null : Fenced(tag, entryPoint) ?? tag.Trim('\r', '\n');
    }

    // Fences in the last complete answer tag, then fences anywhere, then what else the tag holds.
    private static string? Marked(string text, string? entryPoint)
    {
        var tag = AnswerTag(text);
        return (tag is null ? null : Fenced(tag, entryPoint)) ?? Fenced(text, entryPoint) ?? (string.IsNullOrWhiteSpace(tag) ? null : tag.Trim('\r', '\n'));
    }

    private static string? Fenced(string text, string? entryPoint)
    {
        var fences = Fences.In(text).FindAll(static fence => !string.IsNullOrWhiteSpace(fence.Text));
        // An unclosed fence is a completion cut short: it counts only when there is nothing whole.
        return Pick(fences.FindAll(static fence => fence.Closed), entryPoint) ?? Pick(fences, entryPoint);
    }

    private static string? Pick(List<Fence> fences, string? entryPoint)
    {
        var tagged = fences.FindAll(static fence => _tags.Contains(fence.Language));
        var usable = tagged.Count > 0 ? tagged : fences.FindAll(static fence => fence.Language.Length == 0);
        return (usable.FindLast(fence => entryPoint is not null && EntryPoint.IsDefinedIn(fence.Text, entryPoint)) ?? usable.LastOrDefault())?.Text;
    }

    // A completion that is nothing but the program.
    private static string? Bare(string text, string? entryPoint) =>
        entryPoint is not null && EntryPoint.IsDefinedIn(text, entryPoint) ? text : null;

    private static string? AnswerTag(string text)
    {
        const string Open = "<answer>", Close = "</answer>";
        var close = text.LastIndexOf(Close, StringComparison.OrdinalIgnoreCase);
        var open = close < 0 ? -1 : text.LastIndexOf(Open, close, StringComparison.OrdinalIgnoreCase);
        return open < 0 || open + Open.Length > close ? null : text[(open + Open.Length)..close];
    }

    private static string Continue(string prefix, string body, string? entryPoint)
    {
        var start = prefix.EndsWith('\n') ? prefix : prefix + "\n";
        if (entryPoint is not null && EntryPoint.IsDefinedIn(body, entryPoint))
            // The whole function again: the prefix's imports and helpers stay, its unfinished function is replaced.
            return CanStandAlone(prefix) ? start + body : start + "    pass\n" + body;
        if (StopsWithinLine(prefix))
            return prefix + body;
        var isIndented = body.AsSpan().TrimStart('\n') is [' ' or '\t', ..];
        // Within a fence many models write the body of the prefix's function from the left margin.
        return start + (isIndented || !EndsInsideBlock(prefix) ? body : Indent(body));
    }

    // As in `    return `: what follows belongs on the same line.
    private static bool StopsWithinLine(string prefix) =>
        prefix is [.., ' ' or '\t'] && !string.IsNullOrWhiteSpace(prefix[(prefix.LastIndexOf('\n') + 1)..]);

    private static bool CanStandAlone(string prefix) => !prefix.AsSpan().TrimEnd().EndsWith(':');

    private static bool EndsInsideBlock(string prefix)
    {
        var lines = prefix.TrimEnd().Split('\n');
        return lines[^1].EndsWith(':') || lines[^1].StartsWith(' ') || lines[^1].StartsWith('\t');
    }

    private static string Indent(string body) =>
        string.Join('\n', body.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));
}
