namespace Judges.Format.Language;

/// <summary>Tells sentences that hide where a formula is expected from formulas.</summary>
internal static class Prose
{
    private const int LeastWords = 4;
    private const int LeastUnspaced = 8;

    /// <summary>
    /// Where the first four words of two letters or more that only spaces part are complete, or the first eight characters of a script without
    /// spaces; -1 where there are none.
    /// </summary>
    public static int End(ReadOnlySpan<char> text)
    {
        var (words, letters, unspaced) = (0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var script = Scripts.Of(text[at]);
            unspaced = script is Script.Han or Script.Kana or Script.Thai ? unspaced + 1 : 0;
            if (unspaced == LeastUnspaced)
                return at;
            if (script is not Script.None)
            {
                letters++;
                continue;
            }
            words = letters > 1 ? words + 1 : letters == 1 ? 0 : words;
            if (words == LeastWords)
                return at;
            letters = 0;
            // The name of a command is no word.
            words = text[at] switch { '\\' => -1, ' ' or ',' or '\n' => words, _ => 0 };
        }
        return letters > 1 && words + 1 >= LeastWords ? text.Length : -1;
    }
}
