using System.Buffers;

namespace Judges.Mathematics;

/// <summary>
/// A sentence that names a choice: a word for choosing, little between, one capital letter from A to J that stands alone.
/// "The correct option is (B)", "Option C is correct", 故选：D.
/// </summary>
internal static class ChoiceStatement
{
    private static readonly string[] s_words = ["option is", "choice is", "option:", "choice:", "option", "choice", "choose", "select", "故选", "应选", "选择", "选项是", "选项为", "答案选", "正确选项"];

    private static readonly SearchValues<string> s_any = SearchValues.Create(s_words, StringComparison.OrdinalIgnoreCase);

    public static Extraction? Find(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(s_any))
            return null;
        Extraction? last = null;
        foreach (var word in s_words)
        {
            for (var end = text.Length; text[..end].LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && at >= (last?.Start ?? 0); end = at)
            {
                if (Letter(text, at + word.Length) is not { } letter || (word is "option" or "choice" && !SaysSo(text, letter)))
                    continue;
                if (letter > (last?.Start ?? -1))
                    last = new(ExtractionRule.Choice, letter, 1);
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
