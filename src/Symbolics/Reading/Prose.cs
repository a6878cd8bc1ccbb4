namespace Symbolics;

/// <summary>Answers whose formulas stand between dollar signs in a sentence, or in quotes in a list.</summary>
internal static class Prose
{
    private const int MaxParts = 16;

    /// <summary>["3", "-3"] as some data sets write lists.</summary>
    public static Sequence? Quoted(string text, WorkBudget budget)
    {
        if (!text.StartsWith("[\"", StringComparison.Ordinal) || !text.EndsWith("\"]", StringComparison.Ordinal))
            return null;
        var items = new List<Answer>();
        foreach (var piece in text[2..^2].Split("\", \""))
        {
            if (AnswerParser.Parse(piece.Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\n", "", StringComparison.Ordinal), budget) is not { } item)
                return null;
            items.Add(item);
        }
        return new(SequenceKind.List, items);
    }

    /// <summary>Words outside the dollar signs, formulas inside; null unless both are there and all formulas are understood.</summary>
    public static Statement? Sentence(string text, WorkBudget budget)
    {
        var pieces = text.Replace("$$", "$", StringComparison.Ordinal).Replace(@"\$", "", StringComparison.Ordinal).Split('$');
        if (pieces.Length is < 3 or > 2 * MaxParts || pieces.Length % 2 == 0)
            return null;
        var parts = new List<Answer>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = AnswerText.Bare(pieces[i]).Trim(" ,.;:\n").ToString();
            if (piece.Length == 0)
                continue;
            if (i % 2 == 0)
                parts.Add(new Wording(piece));
            else if (AnswerParser.Parse(piece, budget) is { } formula)
                parts.Add(formula);
            else if (piece.TrimStart('\\') is "max" or "min")
                parts.Add(new Wording(piece.TrimStart('\\')));
            else
                return null;
        }
        return parts.Exists(static part => part is Wording) && parts.Exists(static part => part is not Wording) ? new(parts) : null;
    }
}
