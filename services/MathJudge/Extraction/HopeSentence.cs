namespace Judges.Mathematics;

/// <summary>Minerva's form, "The final answer is …. I hope it is correct.": where it is asked for, it counts before everything else.</summary>
internal static class HopeSentence
{
    private const string Phrase = "final answer is";
    private const string Hope = "hope it is correct";

    public static Extraction? Find(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOf(Hope);
        if (end > 1 && text[end - 2] is 'I' or 'i')
            end -= 2;
        var at = end < 0 ? -1 : text[..end].LastIndexOf(Phrase, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var start = at + Phrase.Length;
        var answer = text[start..end].TrimEnd();
        if (answer is [.., '.'])
            answer = answer[..^1];
        return answer.IsWhiteSpace() ? null : new(ExtractionRule.HopeSentence, start, answer.Length);
    }
}
