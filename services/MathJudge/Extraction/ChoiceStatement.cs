using System.Buffers;

namespace Judges.Mathematics;

/// <summary>
/// A sentence that names a choice: a word for choosing, little between, one capital letter from A to J that stands alone.
/// "The correct option is (B)", "Option C is correct", 故选：D.
/// </summary>
internal static class ChoiceStatement
{
    private static readonly string[] s_words = ["option is", "choice is", "option:", "choice:", "option", "choice", "choose", "select"];
    private static readonly string[] s_chinese = ["故选", "应选", "选择", "选项是", "选项为", "答案选", "正确选项"];

    // What each word starts with: four of ASCII letters are looked for at once, with vectors.
    private static readonly SearchValues<string> s_stems = SearchValues.Create(["option", "choice", "choose", "select"], StringComparison.OrdinalIgnoreCase);

    // Between a word and its letter no other letter stands, so the last word that has one has the last one.
    public static Extraction? Find(ReadOnlySpan<char> text)
    {
        var last = -1;
        for (var at = 0; text[at..].IndexOfAny(s_stems) is var next and >= 0; at++)
        {
            at += next;
            foreach (var word in s_words)
            {
                if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && Letter(text, at + word.Length) is { } letter && (word is not ("option" or "choice") || SaysSo(text, letter)))
                    last = letter;
            }
        }
        // Each of these words has it.
        if (text.Contains('选'))
            last = Math.Max(last, Chinese(text));
        return last < 0 ? null : new(ExtractionRule.Choice, last, 1);
    }

    private static int Chinese(ReadOnlySpan<char> text)
    {
        var last = -1;
        foreach (var word in s_chinese)
        {
            for (var end = text.Length; text[..end].LastIndexOf(word) is var at and >= 0 && at >= last; end = at)
            {
                if (Letter(text, at + word.Length) is not { } letter)
                    continue;
                last = Math.Max(last, letter);
                break;
            }
        }
        return last;
    }

    // The letter's place, behind blanks, colons, brackets and marks of Markdown and LaTeX.
    private static int? Letter(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ':' or '：' or '(' or '（' or '*' or '$' or '{' or '\n')
            at++;
        foreach (var command in (ReadOnlySpan<string>)[@"\text{", @"\textbf{", @"\mathrm{", @"\mathbf{"])
        {
            if (text[at..].StartsWith(command))
                at += command.Length;
        }
        while (at < text.Length && text[at] is '(')
            at++;
        return at < text.Length && text[at] is >= 'A' and <= 'J' && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])) ? at : null;
    }

    // "Option C" alone is only talked about.
    private static bool SaysSo(ReadOnlySpan<char> text, int letter)
    {
        var rest = text[(letter + 1)..].TrimStart(")）*}$ ");
        return rest.StartsWith("is correct") || rest.StartsWith("is the correct") || rest.StartsWith("is the answer") || rest.StartsWith("is right");
    }
}
