namespace Judges.Mathematics;

/// <summary>Boxes that follow each other with nothing but blanks, commas, math delimiters, "and" or "or" between them are one answer.</summary>
internal static class SeveralBoxes
{
    private const string Box = @"\boxed{";

    /// <summary>The last box, or the text from the first to the last of the boxes next to it.</summary>
    public static Extraction Widen(ReadOnlySpan<char> text, Extraction last)
    {
        var first = text[..last.Start].LastIndexOf(Box);
        var start = first;
        while (start > 0 && text[..start].LastIndexOf(Box) is var before and >= 0
            && AnswerExtractor.ClosingBrace(text[(before + Box.Length)..]) is var length and >= 0 && before + Box.Length + length < start
            && Separates(text[(before + Box.Length + length + 1)..start]))
            start = before;
        return start < 0 || start == first ? last : new(ExtractionRule.SeveralBoxes, start, last.Start + last.Length + 1 - start);
    }

    private static bool Separates(ReadOnlySpan<char> between)
    {
        if (between.Length > 70)
            return false;
        var rest = between.ToString();
        foreach (var piece in (ReadOnlySpan<string>)[@"\quad", @"\text{and}", @"\text{ and }", @"\text{or}", @"\text{ or }", @"\(", @"\)", @"\,", "and", "or", "$", ",", ";"])
            rest = rest.Replace(piece, "", StringComparison.Ordinal);
        return rest.AsSpan().IsWhiteSpace();
    }
}
