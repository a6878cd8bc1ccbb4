namespace Judges.Format.Language;

/// <summary>
/// What is no language: code between back-ticks or fences, formulas, tags, addresses. Each is looked for once from left to right; what does not
/// close covers little: a fence up to the next blank line, a formula up to the end of its line.
/// </summary>
internal static class NeutralSpans
{
    private static readonly (string Open, string Close, string Limit)[] Pairs =
    [
        ("```", "```", "\n\n"), ("~~~", "~~~", "\n\n"), ("<tool_call>", "</tool_call>", "\n\n"),
        ("`", "`", "\n"), ("$$", "$$", "\n\n"), ("$", "$", "\n"), (@"\[", @"\]", "\n\n"), (@"\(", @"\)", "\n"),
    ];

    /// <summary>The text with blanks where it is neutral: offsets stay as they are.</summary>
    public static string Blanked(string text)
    {
        var kept = text.ToCharArray();
        for (var at = 0; at < text.Length;)
        {
            var length = Length(text.AsSpan(at));
            kept.AsSpan(at, length).Fill(' ');
            at += Math.Max(1, length);
        }
        return new(kept);
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        foreach (var (open, close, limit) in Pairs)
        {
            if (rest.StartsWith(open))
                return Paired(rest, open.Length, close, limit);
        }
        return rest[0] switch
        {
            '\\' => Command(rest),
            '<' => Tag(rest),
            'h' when rest.StartsWith("http://") || rest.StartsWith("https://") => Word(rest),
            _ => 0,
        };
    }

    private static int Paired(ReadOnlySpan<char> rest, int opened, string close, string limit)
    {
        // Looked for no further than the limit, so that a text of openers stays linear; fences alone may hold blank lines.
        var window = rest[opened..Math.Min(rest.Length, opened + (close is "```" or "~~~" or "</tool_call>" ? 20_000 : 2_000))];
        var end = window.IndexOf(close);
        var bound = window.IndexOf(limit);
        if (end >= 0 && (bound < 0 || end < bound || limit is "\n\n"))
            return opened + end + close.Length;
        // An unpaired dollar or back-tick is a character like any other when nothing closes it.
        return opened + (limit is "\n" ? 0 : bound < 0 ? window.Length : bound);
    }

    // \frac, \begin{align}; of \text{...} only the command: what stands in it is language.
    private static int Command(ReadOnlySpan<char> rest)
    {
        var end = 1;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
            end++;
        return end;
    }

    private static int Tag(ReadOnlySpan<char> rest)
    {
        var window = rest[..Math.Min(rest.Length, 64)];
        var end = window.IndexOf('>');
        return end > 1 && (char.IsAsciiLetter(window[1]) || window[1] is '/' or '|') ? end + 1 : 0;
    }

    private static int Word(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\r\n");
        return end < 0 ? rest.Length : end;
    }
}
