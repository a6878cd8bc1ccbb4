namespace Judges.Format.Payloads;

/// <summary>
/// Text with exactly one fenced block of code, after CommonMark: a line of three or more back-ticks or tildes, closed by a line of at least as
/// many. The language is the first word behind the fence.
/// </summary>
internal sealed class CodePayload(string? language) : IPayload
{
    public PayloadFault? Check(ReadOnlySpan<char> content)
    {
        var (opened, mark, length, code) = (-1, '`', 0, -1);
        var closed = false;
        for (var at = 0; at <= content.Length;)
        {
            var rest = content[at..];
            var end = rest.IndexOf('\n') is var found and >= 0 ? found : rest.Length;
            var line = rest[..end].Trim();
            var run = Run(line);
            if (opened >= 0 && !closed)
            {
                if (run >= length && line[0] == mark && line.Length == run)
                {
                    if (Blank.Is(content[code..at]))
                        return new("CodeEmpty", opened);
                    closed = true;
                }
            }
            else if (run >= 3)
            {
                if (closed)
                    return new("CodeRepeated", at);
                (opened, mark, length, code) = (at, line[0], run, Math.Min(content.Length, at + end + 1));
                if (!Speaks(line[run..]))
                    return new("CodeLanguage", at, $"the fence must say {language}");
            }
            at += end + 1;
        }
        return opened < 0 ? new("CodeMissing", content.Length) : closed ? null : new("CodeUnclosed", opened);
    }

    private bool Speaks(ReadOnlySpan<char> info)
    {
        if (language is null)
            return true;
        var word = info.Trim();
        word = word.IndexOfAny(' ', '\t', '{') is var end and >= 0 ? word[..end] : word;
        return Plain(word.ToString()) == Plain(language);
    }

    private static string Plain(string name) => name.ToLowerInvariant() switch
    {
        "py" or "python3" => "python",
        "js" => "javascript",
        "ts" => "typescript",
        "c++" => "cpp",
        "cs" or "c#" => "csharp",
        "sh" or "shell" => "bash",
        "rs" => "rust",
        "golang" => "go",
        "kt" => "kotlin",
        "rb" => "ruby",
        var plain => plain,
    };

    private static int Run(ReadOnlySpan<char> line) =>
        line is ['`' or '~', ..] ? line.IndexOfAnyExcept(line[0]) is var end and >= 0 ? end : line.Length : 0;
}
