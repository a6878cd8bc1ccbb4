using System.Buffers;

namespace Judges.Mathematics;

/// <summary>
/// Where a sentence announces an answer:
/// <code>
/// announcement => "answer" "s"? marks* ( ( "to" | "for" ) ( "the" | "this" ) noun )? ( ":" | "=" | verb )
///               | "final answer" marks* newline
///               | 答案 ( 是 | 为 | 等于 | ":" )
///               | the like in other languages
/// </code>
/// Marks are those of Markdown and LaTeX around words.
/// </summary>
internal static class Announcement
{
    private static readonly string[] s_verbs = [" is", " are", " would be", " must be", " should be", " will be", " becomes", " equals", " was"];
    private static readonly string[] s_nouns = [" to the question", " to the problem", " to this question", " to this problem", " to the given problem", " for the problem", " for this problem"];
    private static readonly string[] s_adverbs = [" therefore", " thus", " simply", " just", " exactly", " hence", " then", " indeed"];

    // Longer ones first where one starts another.
    private static readonly string[] s_foreign = ["答案等于", "答案是", "答案为", "答案：", "答案:", "答案 是", "答えは", "정답은", "respuesta es", "respuesta final es", "réponse est", "Antwort ist", "Antwort:", "resposta é", "Ответ:", "ответ:"];

    // Each of those phrases has one of these: letters and ASCII words are looked for with vectors, the phrases themselves are not.
    private static readonly SearchValues<char> s_foreignLetters = SearchValues.Create("答답éв");
    private static readonly SearchValues<string> s_foreignWords = SearchValues.Create(["respuesta ", "Antwort"], StringComparison.Ordinal);

    /// <summary>The last announcement that starts before a place: where it starts and where what it announces does.</summary>
    public static (int At, int Start)? LastBefore(ReadOnlySpan<char> text, int before)
    {
        (int At, int Start)? found = null;
        for (var end = before; text[..end].LastIndexOf("nswer") is var at and >= 0; end = at)
        {
            if (at > 0 && text[at - 1] is 'a' or 'A' && After(text, at + 5) is { } start)
            {
                found = (at, start);
                break;
            }
        }
        if (text[..before].LastIndexOf("ANSWER") is var capitals and >= 0 && capitals > (found?.At ?? -1) && After(text, capitals + 6) is { } rest)
            found = (capitals, rest);
        if (!text[..before].ContainsAny(s_foreignLetters) && !text[..before].ContainsAny(s_foreignWords))
            return found;
        foreach (var phrase in s_foreign)
        {
            if (text[..before].LastIndexOf(phrase) is var at and >= 0 && at > (found?.At ?? -1))
                found = (at, SkipMarks(text, at + phrase.Length, blanks: true));
        }
        return found;
    }

    // The place after "answer" and what makes it an announcement; null when it is only a word.
    private static int? After(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] is 's' or 'S')
            at++;
        at = SkipMarks(text, at, blanks: false);
        // "answer": "5"
        if (at + 1 < text.Length && text[at] is '"' or '\'' && text[at + 1] is ':' or ' ')
            at++;
        var heading = at;
        at = Skip(text, at, s_nouns);
        at = SkipMarks(text, at, blanks: false);
        var verb = Skip(text, at, s_verbs);
        if (verb > at)
        {
            if (verb < text.Length && char.IsLetter(text[verb]))
                return null;
            return SkipMarks(text, Skip(text, verb, s_adverbs), blanks: true);
        }
        while (at < text.Length && text[at] is ' ')
            at++;
        if (at < text.Length && text[at] is ':' or '：' or '=')
            return SkipMarks(text, at + 1, blanks: true);
        return heading < text.Length && text[heading] is '\n' or '\r' && IsFinal(text[..heading]) ? SkipMarks(text, heading, blanks: true) : null;
    }

    private static bool IsFinal(ReadOnlySpan<char> text)
    {
        var heading = text.TrimEnd("*_#}:");
        return heading.EndsWith("final answer", StringComparison.OrdinalIgnoreCase);
    }

    private static int Skip(ReadOnlySpan<char> text, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return at + word.Length;
        }
        return at;
    }

    private static int SkipMarks(ReadOnlySpan<char> text, int at, bool blanks)
    {
        while (at < text.Length && (text[at] is '*' or '_' or '}' || (blanks && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '：' or '=' or '"'))))
            at++;
        return at;
    }
}
