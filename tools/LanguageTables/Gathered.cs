using System.Text.RegularExpressions;

namespace Judges.LanguageTables;

/// <summary>Text in a language, and the English that it translates where that is known.</summary>
internal readonly record struct Gathered(string Language, string Text, string? English = null)
{
    // What a translation leaves as it is (names, place holders, the words of a message format) says nothing of its language.
    private static readonly Regex s_markup = new(@"<[^>]*>|&\w+;|\$\d|\{\w+\}|\{\w+, *\w+,|\b(one|few|many|other|two|zero)\b *\{|https?://\S+|[\w.]+@[\w.]+|%\(?\w*\)?\w|\\[nt]", RegexOptions.CultureInvariant);
    private static readonly Regex s_word = new(@"[\p{L}\p{M}\u200C\u200D]+", RegexOptions.CultureInvariant);

    public string Plain
    {
        get
        {
            var text = s_markup.Replace(Text, " ").ReplaceLineEndings(" ").Trim();
            if (English is null)
                return text;
            var kept = s_word.Matches(English).Select(static match => match.Value).Where(static word => word.Any(char.IsUpper)).ToHashSet();
            return s_word.Replace(text, match => kept.Contains(match.Value) ? " " : match.Value);
        }
    }
}
