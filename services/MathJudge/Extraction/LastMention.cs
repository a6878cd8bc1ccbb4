using Symbolics;

namespace Judges.Mathematics;

/// <summary>The formula or the number that ends last: what is left to read where nothing marks an answer.</summary>
internal static class LastMention
{
    // A response no longer than this may be the answer itself.
    private const int MaxWhole = 200;

    public static Extraction? Find(ReadOnlySpan<char> text)
    {
        if (text.Length <= MaxWhole && AnswerText.IsMathematics(text))
            return new(ExtractionRule.WholeResponse, 0, text.Length);
        var formula = Formula(text);
        var number = Number(text);
        return (formula, number) switch
        {
            ({ } one, { } other) => one.Start + one.Length >= other.Start ? one : other,
            var (one, other) => one ?? other,
        };
    }

    /// <summary>What an announcement in words mentions last: "the answer: the volume of $V$ is 120".</summary>
    public static Extraction? Within(ReadOnlySpan<char> text, Extraction announced)
    {
        var sentence = announced.Of(text);
        return announced.Rule is not ExtractionRule.Announced || sentence.IndexOf(" is ") < 0 || AnswerText.IsMathematics(sentence) ? null : Find(sentence)?.After(announced.Start);
    }

    private static Extraction? Formula(ReadOnlySpan<char> text)
    {
        Extraction? last = null;
        foreach (var (open, close) in new[] { (@"\(", @"\)"), (@"\[", @"\]"), ("$", "$") })
        {
            var end = text.LastIndexOf(close);
            var start = end > 0 ? text[..end].LastIndexOf(open) : -1;
            if (start >= 0 && (last is null || start > last.Value.Start) && !text[(start + open.Length)..end].IsWhiteSpace())
                last = new(ExtractionRule.LastFormula, start + open.Length, end - start - open.Length);
        }
        return last;
    }

    private static Extraction? Number(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0)
            return null;
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || (text[start - 1] is '.' or ',' or '/' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
            start--;
        // A digit inside a word is no number.
        if (start > 0 && char.IsAsciiLetter(text[start - 1]))
            return null;
        if (start > 0 && text[start - 1] is '-' && (start == 1 || !char.IsLetterOrDigit(text[start - 2])))
            start--;
        return new(ExtractionRule.LastNumber, start, end - start);
    }
}
