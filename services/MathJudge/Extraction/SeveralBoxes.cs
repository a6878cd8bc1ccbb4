namespace Judges.Mathematics;

/// <summary>Boxes that follow each other with nothing but blanks, commas, math delimiters, "and" or "or" between them are one answer.</summary>
internal static class SeveralBoxes
{
    private const int MaxBetween = 70;
    public const string Box = @"\boxed{";

    private static readonly string[] s_separators = [@"\quad", @"\qquad", @"\text{and}", @"\text{ and }", @"\text{or}", @"\text{ or }", @"\(", @"\)", @"\[", @"\]", @"\,", "and", "or", "$", ",", ";", "、", "，", "或", "和"];

    /// <summary>The last box, or the text from the first to the last of the boxes next to it when they do not all say the same.</summary>
    public static Extraction Widen(ReadOnlySpan<char> text, Extraction last)
    {
        var first = text[..last.Start].LastIndexOf(Box);
        var start = first;
        var differ = false;
        while (start > 0 && Before(text, start) is var (before, length))
        {
            differ |= !text.Slice(before + Box.Length, length).Trim().SequenceEqual(last.Of(text).Trim());
            start = before;
        }
        if (start >= 0 && start < first && differ)
            return new(ExtractionRule.SeveralBoxes, start, last.End + 1 - start);
        return first >= 0 && Percent(text[last.End..]) is var more and > 0 ? new(ExtractionRule.Boxed, first, last.End + more - first) : last;
    }

    /// <summary>The box that stands next before a place, with nothing but separators behind it: where it starts, and how long its inside is.</summary>
    public static (int Start, int Length)? Before(ReadOnlySpan<char> text, int place)
    {
        var start = text[..place].LastIndexOf(Box);
        if (start < 0)
            return null;
        var inside = text[(start + Box.Length)..place];
        // It closes before the next one, or it is around it.
        return MarkedAnswer.ClosingBrace(inside) is var length and >= 0 && Separates(inside[(length + 1)..]) ? (start, length) : null;
    }

    // \boxed{28}$ percent: the sign that stands outside the box belongs to the number in it.
    private static int Percent(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart("}$ ");
        foreach (var sign in (ReadOnlySpan<string>)["percent", "pct", @"\%", "%"])
        {
            if (rest.StartsWith(sign))
                return text.Length - rest.Length + sign.Length;
        }
        return 0;
    }

    /// <summary>Whether the text between two answers says that both are meant, or nothing.</summary>
    public static bool Separates(ReadOnlySpan<char> between)
    {
        if (between.Length > MaxBetween)
            return false;
        while (!(between = between.TrimStart()).IsEmpty)
        {
            var length = 0;
            foreach (var piece in s_separators)
                length = between.StartsWith(piece) ? Math.Max(length, piece.Length) : length;
            if (length == 0)
                return false;
            between = between[length..];
        }
        return true;
    }
}
