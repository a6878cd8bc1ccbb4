namespace Judges.Mathematics;

/// <summary>
/// The last box that is not empty or the last complete answer tag, whichever starts later. A box inside the answer tag starts later
/// than the tag, so it wins.
/// </summary>
internal static class MarkedAnswer
{
    private const string Box = @"\boxed";
    private const string Frame = @"\fbox";
    private const string Open = "<answer>";
    private const string Close = "</answer>";

    public static Extraction? Find(ReadOnlySpan<char> text) => (LastBox(text), LastTag(text)) switch
    {
        ({ } box, { } tag) => box.Start > tag.Start ? box : tag,
        var (box, tag) => box ?? tag,
    };

    /// <summary>A box that never closes, when more lines follow it: the response was not cut off inside.</summary>
    public static Extraction? ToEndOfLine(ReadOnlySpan<char> text, Extraction box)
    {
        var rest = text[box.Start..];
        var end = rest.IndexOf('\n');
        if (end < 0)
            return null;
        // A dollar or \] belongs to the formula around the box.
        var line = rest[..end].TrimEnd();
        foreach (var closing in (ReadOnlySpan<string>)["$$", "$", @"\]", @"\)"])
        {
            if (line.EndsWith(closing))
                line = line[..^closing.Length].TrimEnd();
        }
        return line.IsWhiteSpace() ? null : new(ExtractionRule.UnclosedBox, box.Start, line.Length);
    }

    /// <summary>The index of the brace that closes the group, or -1; \{ and \} are characters, not groups.</summary>
    public static int ClosingBrace(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when depth == 0:
                    return i;
                case '}':
                    depth--;
                    break;
            }
        }
        return -1;
    }

    private static Extraction? LastBox(ReadOnlySpan<char> text) => (LastBox(text, Box), LastBox(text, Frame)) switch
    {
        ({ } box, { } frame) => (box.Start > frame.Start && box.Length != 0) || frame.Length == 0 ? box : frame,
        var (box, frame) => box ?? frame,
    };

    private static Extraction? LastBox(ReadOnlySpan<char> text, string name)
    {
        Extraction? empty = null;
        var before = text.Length;
        while (text[..before].LastIndexOf(name) is var at and >= 0)
        {
            var after = text[(at + name.Length)..before];
            var brace = at + name.Length + after.Length - after.TrimStart().Length;
            if (brace < text.Length && text[brace] is '{')
            {
                // What is behind an empty box cannot belong to an earlier one that closes: a box closes before the next one starts, or holds it.
                var box = new Extraction(ExtractionRule.Boxed, brace + 1, ClosingBrace(text[(brace + 1)..]));
                if (box.Unclosed || !box.Of(text).IsWhiteSpace())
                    return box.Unclosed && empty is { } inner ? inner : box;
                empty ??= box with { Length = 0 };
            }
            before = at;
        }
        return empty;
    }

    private static Extraction? LastTag(ReadOnlySpan<char> text)
    {
        var lastClose = text.LastIndexOf(Close);
        if (lastClose < 0)
            return null;
        var open = text[..lastClose].LastIndexOf(Open);
        if (open < 0)
            return null;
        var start = open + Open.Length;
        var tag = new Extraction(ExtractionRule.AnswerTag, start, text[start..].IndexOf(Close));
        // <answer>The answer is 5</answer>
        return AnnouncedAnswer.Sentence(tag.Of(text)) is { } sentence ? sentence.After(start) with { Rule = ExtractionRule.AnswerTag } : tag;
    }
}
