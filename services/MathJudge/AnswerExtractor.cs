namespace Judges.Mathematics;

/// <summary>How an answer was marked.</summary>
internal enum ExtractionRule
{
    /// <summary><c>\boxed{…}</c></summary>
    Boxed,

    /// <summary><c>&lt;answer&gt;…&lt;/answer&gt;</c></summary>
    AnswerTag,

    /// <summary>Boxes with nothing but separators between them, together.</summary>
    SeveralBoxes,

    /// <summary><c>\boxed 5</c></summary>
    BoxWithoutBraces,

    /// <summary>A sentence that announces it: "the final answer is …", "Answer: …", 答案是 ….</summary>
    Announced,

    /// <summary><c>#### 5</c></summary>
    Hashes,

    /// <summary>The response is an answer and nothing else.</summary>
    WholeResponse,

    /// <summary>The last formula between math delimiters.</summary>
    LastFormula,

    /// <summary>The last number.</summary>
    LastNumber,
}

/// <summary>What may mark an answer; each scope includes those before it.</summary>
internal enum ExtractionScope
{
    /// <summary>Boxes and answer tags.</summary>
    Marked,

    /// <summary>Also <c>\boxed 5</c>, sentences that announce the answer, and <c>#### 5</c>; only where nothing is marked.</summary>
    Announced,

    /// <summary>Also the last formula or number, and boxes next to each other together.</summary>
    Anything,
}

/// <summary>The place of an answer in the response.</summary>
/// <param name="Rule">What marked it.</param>
/// <param name="Start">The offset of its first character, in UTF-16 units.</param>
/// <param name="Length">How many there are, or -1 for a box that never closes.</param>
internal readonly record struct Extraction(ExtractionRule Rule, int Start, int Length)
{
    public bool Unclosed => Length < 0;
}

/// <summary>
/// Finds the final answer: the last box or the last complete answer tag, whichever starts later, after the thought. A box inside the
/// answer tag starts later than the tag, so it wins.
/// </summary>
internal static class AnswerExtractor
{
    private const string StartOfThought = "<think>";
    private const string EndOfThought = "</think>";
    private const string Box = @"\boxed";
    private const string Frame = @"\fbox";
    private const string Open = "<answer>";
    private const string Close = "</answer>";

    /// <summary>The answer's place, or null when nothing marks one. Linear in the response's length.</summary>
    public static Extraction? Extract(ReadOnlySpan<char> response, ExtractionScope scope = ExtractionScope.Marked)
    {
        var thought = response.LastIndexOf(EndOfThought);
        if (response.LastIndexOf(StartOfThought) > thought)
            return null; // The policy was still thinking: what stands there is no answer yet.
        var from = thought < 0 ? 0 : thought + EndOfThought.Length;
        var text = response[from..];
        var found = (LastBox(text), LastTag(text)) switch
        {
            ({ } box, { } tag) => box.Start > tag.Start ? box : tag,
            var (box, tag) => box ?? tag,
        };
        if (scope >= ExtractionScope.Announced)
            found ??= AnnouncedAnswer.Find(text);
        if (scope is ExtractionScope.Anything)
            found = found is { Rule: ExtractionRule.Boxed, Unclosed: false } last ? SeveralBoxes.Widen(text, last) : found ?? LastMention.Find(text);
        return found is { } extraction ? extraction with { Start = from + extraction.Start } : null;
    }

    private static Extraction? LastBox(ReadOnlySpan<char> text) => (LastBox(text, Box), LastBox(text, Frame)) switch
    {
        ({ } box, { } frame) => box.Start > frame.Start ? box : frame,
        var (box, frame) => box ?? frame,
    };

    private static Extraction? LastBox(ReadOnlySpan<char> text, string name)
    {
        var before = text.Length;
        while (text[..before].LastIndexOf(name) is var at and >= 0)
        {
            var after = text[(at + name.Length)..before];
            var brace = at + name.Length + after.Length - after.TrimStart().Length;
            if (brace < text.Length && text[brace] is '{')
                return new(ExtractionRule.Boxed, brace + 1, ClosingBrace(text[(brace + 1)..]));
            before = at;
        }
        return null;
    }

    // The index of the brace that closes the group, or -1; \{ and \} are characters, not groups.
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

    private static Extraction? LastTag(ReadOnlySpan<char> text)
    {
        var lastClose = text.LastIndexOf(Close);
        if (lastClose < 0)
            return null;
        var open = text[..lastClose].LastIndexOf(Open);
        if (open < 0)
            return null;
        var start = open + Open.Length;
        return new(ExtractionRule.AnswerTag, start, text[start..].IndexOf(Close));
    }
}
