namespace Judges.Mathematics;

/// <summary>
/// Finds the final answer after the thought. The scope says what may mark one; within one kind of mark the last one counts. Linear in
/// the response's length.
/// </summary>
internal static class AnswerExtractor
{
    private const string StartOfThought = "<think>";
    private const string EndOfThought = "</think>";

    /// <summary>The answer's place, or null when nothing marks one.</summary>
    public static Extraction? Extract(ReadOnlySpan<char> response, ExtractionScope? scope = null, bool readThoughts = false)
    {
        var from = 0;
        if (!readThoughts)
        {
            var thought = response.LastIndexOf(EndOfThought);
            if (response.LastIndexOf(StartOfThought) > thought)
                return null; // The policy was still thinking: what stands there is no answer yet.
            from = thought < 0 ? 0 : thought + EndOfThought.Length;
        }
        var text = response[from..];
        using var passages = IgnoredPassages.In(text);
        return Find(passages.Blanked(text), scope ?? ExtractionScope.Marked)?.After(from);
    }

    private static Extraction? Find(ReadOnlySpan<char> text, ExtractionScope scope)
    {
        if (scope.HopeSentence && HopeSentence.Find(text) is { } hope)
            return hope;
        if (MarkedAnswer.Find(text) is { } marked)
        {
            if (marked.Unclosed)
                return scope.Mentioned && MarkedAnswer.ToEndOfLine(text, marked) is { } line ? line : marked;
            if (marked.Rule is not ExtractionRule.Boxed || !scope.SeveralBoxes)
                return marked;
            return scope.LabelledBoxes && LabelledBoxes.Find(text, marked) is { } labelled ? labelled : SeveralBoxes.Widen(text, marked);
        }
        if (scope.Announced && AnnouncedAnswer.Find(text) is { } announced)
            return scope.Mentioned && LastMention.Within(text, announced) is { } mentioned ? mentioned : announced;
        return scope.Mentioned ? LastMention.Find(text) : null;
    }
}
