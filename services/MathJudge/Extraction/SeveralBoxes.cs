namespace Judges.Mathematics;

/// <summary>Boxes that follow each other with nothing but blanks, commas, math delimiters, "and" or "or" between them are one answer.</summary>
internal static class SeveralBoxes
{
    private const int MaxBetween = 70;
    private const string Box = @"\boxed{";

    private static readonly string[] s_separators = [@"\quad", @"\qquad", @"\text{and}", @"\text{ and }", @"\text{or}", @"\text{ or }", @"\(", @"\)", @"\[", @"\]", @"\,", "and", "or", "$", ",", ";", "、", "，", "或", "和"];

    /// <summary>The last box, or the text from the first to the last of the boxes next to it when they do not all say the same.</summary>
    public static Extraction Widen(ReadOnlySpan<char> text, Extraction last)
    {
        var first = text[..last.Start].LastIndexOf(Box);
        var start = first;
        var differ = false;
        while (start > 0 && text[..start].LastIndexOf(Box) is var before and >= 0)
        {
            var inside = text[(before + Box.Length)..start];
            // It closes before the next one, or it is around it.
            if (MarkedAnswer.ClosingBrace(inside) is not (var length and >= 0) || !Separates(inside[(length + 1)..]))
                break;
            differ |= !inside[..length].Trim().SequenceEqual(last.Of(text).Trim());
            start = before;
        }
        if (start >= 0 && start < first && differ)
            return new(ExtractionRule.SeveralBoxes, start, last.End + 1 - start);
        return first >= 0 && Percent(text[last.End..]) is var more and > 0 ? new(ExtractionRule.Boxed, first, last.End + more - first) : last;
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

    // y_2 =
    private static int Label(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('=') is not (var sign and > 0 and <= 8) || !char.IsAsciiLetter(text[0]))
            return 0;
        for (var i = 1; i < sign; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && text[i] is not (' ' or '_' or '{' or '}'))
                return 0;
        }
        return sign + 1;
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
                length = Label(between);
            if (length == 0)
                return false;
            between = between[length..];
        }
        return true;
    }
}
