namespace Judges.Mathematics;

/// <summary>
/// Boxes next to each other that all have a label of their own, as in <c>x = \boxed{1}</c> and <c>y = \boxed{2}</c>. Under one name,
/// <c>x = \boxed{1}</c> and <c>x = \boxed{2}</c>, the last box counts as ever: of two candidates a solution often keeps the second.
/// </summary>
internal static class LabelledBoxes
{
    private const int MaxLabel = 24;

    /// <summary>The text from the first label to the end of the last box, or null where the last box and the one before are not such a pair.</summary>
    public static Extraction? Find(ReadOnlySpan<char> text, Extraction last)
    {
        var box = text[..last.Start].LastIndexOf(SeveralBoxes.Box);
        if (box < 0 || Label(text[..box]) is not (var label and > 0))
            return null;
        var (start, names) = (box - label, new HashSet<string>(StringComparer.Ordinal) { text[(box - label)..box].Trim().ToString() });
        while (SeveralBoxes.Before(text, start) is var (before, _) && Label(text[..before]) is var name and > 0 && names.Add(text[(before - name)..before].Trim().ToString()))
            start = before - name;
        return names.Count > 1 ? new(ExtractionRule.SeveralBoxes, start, last.End + 1 - start) : null;
    }

    // The length of "y_1 = " at the end of a text, 0 where there is none: a letter, its subscript and arguments, an equals sign.
    private static int Label(ReadOnlySpan<char> text)
    {
        var name = text.TrimEnd();
        if (name is not [.., '='])
            return 0;
        name = name[..^1].TrimEnd();
        var start = name.Length;
        while (start > 0 && name.Length - start <= MaxLabel && (char.IsLetterOrDigit(name[start - 1]) || name[start - 1] is '_' or '{' or '}' or '(' or ')' or '\''))
            start--;
        // The bracket of \(.
        while (start < name.Length && (name[start] is '(' or '{'))
            start++;
        return start < name.Length && name.Length - start <= MaxLabel && char.IsLetter(name[start]) ? text.Length - start : 0;
    }
}
