namespace Judges.Code;

/// <summary>Finds the program in a completion; docs/codejudge.md lists the rules in their order.</summary>
/// <param name="language">Whose fences count.</param>
/// <param name="entryPoint">The function that the tests call, or null.</param>
internal sealed class ProgramExtractor(Language language, string? entryPoint)
{
    private const string ThinkStart = "<think>";
    private const string ThinkEnd = "</think>";

    /// <summary>The program, or null when the completion holds none.</summary>
    /// <param name="response">The completion.</param>
    /// <param name="prefix">What the program begins with, or null.</param>
    /// <param name="extraction">Where to look.</param>
    public string? Find(string response, string? prefix, CodeExtraction extraction = CodeExtraction.Auto)
    {
        var end = response.LastIndexOf(ThinkEnd, StringComparison.Ordinal);
        if (response.LastIndexOf(ThinkStart, StringComparison.Ordinal) > end)
            return null; // The policy was still thinking: what stands there is no answer yet.
        var answer = end < 0 ? response : response[(end + ThinkEnd.Length)..];
        var joining = string.IsNullOrEmpty(prefix) ? null : new Continuation(language, prefix, entryPoint);
        if (extraction is CodeExtraction.AnswerTag)
            return Tagged(answer) is { } tagged ? joining?.With(tagged) ?? tagged : null;
        if (joining is null)
            return Marked(answer) ?? Bare(answer) ?? (end < 0 ? null : Marked(response[..end]));
        return Marked(answer) is { } body ? joining.With(body) : string.IsNullOrWhiteSpace(answer) ? null : prefix + answer;
    }

    private string? Tagged(string text)
    {
        var tag = AnswerTag(text);
        return string.IsNullOrWhiteSpace(tag) ? null : Fenced(tag) ?? tag.Trim('\r', '\n');
    }

    // Fences in the last complete answer tag, then fences anywhere, then what else the tag holds.
    private string? Marked(string text)
    {
        var tag = AnswerTag(text);
        return (tag is null ? null : Fenced(tag)) ?? Fenced(text) ?? (string.IsNullOrWhiteSpace(tag) ? null : tag.Trim('\r', '\n'));
    }

    private string? Fenced(string text)
    {
        var fences = Fences.In(text).FindAll(static fence => !string.IsNullOrWhiteSpace(fence.Text));
        // An unclosed fence is a completion cut short: it counts only when there is nothing whole.
        return Pick(fences.FindAll(static fence => fence.Closed)) ?? Pick(fences);
    }

    private string? Pick(List<Fence> fences)
    {
        var tagged = fences.FindAll(fence => language.IsFencedAs(fence.Language));
        var usable = tagged.Count > 0 ? tagged : fences.FindAll(static fence => fence.Language.Length == 0);
        return (usable.FindLast(fence => Defines(fence.Text)) ?? usable.LastOrDefault())?.Text;
    }

    // A completion that is nothing but the program.
    private string? Bare(string text) => Defines(text) ? text : null;

    private bool Defines(string text) => entryPoint is not null && EntryPoint.IsDefinedIn(language, text, entryPoint);

    private static string? AnswerTag(string text)
    {
        const string Open = "<answer>", Close = "</answer>";
        var close = text.LastIndexOf(Close, StringComparison.OrdinalIgnoreCase);
        var open = close < 0 ? -1 : text.LastIndexOf(Open, close, StringComparison.OrdinalIgnoreCase);
        return open < 0 || open + Open.Length > close ? null : text[(open + Open.Length)..close];
    }
}
