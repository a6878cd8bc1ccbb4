namespace Judges.Code;

/// <summary>A fenced block of Markdown.</summary>
/// <param name="Language">The first word after the opening fence, lower case; empty when there is none.</param>
/// <param name="Text">What is between the fences, each line ending in a line feed.</param>
/// <param name="Closed">Whether the closing fence is there.</param>
internal sealed record Fence(string Language, string Text, bool Closed);

/// <summary>Finds fenced blocks as CommonMark 0.31 §4.5 defines them, but indented by any number of spaces.</summary>
internal static class Fences
{
    public static List<Fence> In(ReadOnlySpan<char> text)
    {
        List<Fence> found = [];
        var open = default(Opening?);
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (open is not { } opening)
            {
                open = Open(raw, line);
            }
            else if (Run(line, opening.Mark) is var run && run >= opening.Length && run == line.Length)
            {
                found.Add(opening.Finish(closed: true));
                open = null;
            }
            else
            {
                opening.Add(raw);
            }
        }
        if (open is { } left)
            found.Add(left.Finish(closed: false));
        return found;
    }

    private static Opening? Open(ReadOnlySpan<char> raw, ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] is not ('`' or '~'))
            return null;
        var length = Run(line, line[0]);
        var info = line[length..].Trim();
        if (length < 3 || (line[0] == '`' && info.Contains('`')))
            return null;
        var end = info.IndexOfAny(" \t{,:");
        return new Opening(line[0], length, raw.Length - raw.TrimStart().Length, (end < 0 ? info : info[..end]).ToString().ToLowerInvariant());
    }

    private static int Run(ReadOnlySpan<char> line, char mark)
    {
        var length = line.IndexOfAnyExcept(mark);
        return length < 0 ? line.Length : length;
    }

    private sealed class Opening(char mark, int length, int indent, string language)
    {
        private readonly System.Text.StringBuilder _text = new();

        public char Mark => mark;

        public int Length => length;

        public void Add(ReadOnlySpan<char> line)
        {
            // What the fence is indented by, as in a list, its content is indented by too.
            var own = line.Length - line.TrimStart(' ').Length;
            _text.Append(line[Math.Min(indent, own)..]).Append('\n');
        }

        public Fence Finish(bool closed) => new(language, _text.ToString(), closed);
    }
}
