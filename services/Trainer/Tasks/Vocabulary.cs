namespace Judges.Training.Tasks;

/// <summary>A closed list of tokens, each a piece of text; a text is read by the longest token that fits.</summary>
internal sealed class Vocabulary
{
    public const string EndOfText = "<|end|>";

    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _ids;
    private readonly int _longest;

    /// <param name="tokens">The tokens; repeated ones count once. <see cref="EndOfText"/> is put in front.</param>
    public Vocabulary(IEnumerable<string> tokens)
    {
        _tokens = [.. tokens.Prepend(EndOfText).Distinct(StringComparer.Ordinal)];
        _ids = _tokens.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index, StringComparer.Ordinal);
        _longest = _tokens.Max(static token => token.Length);
    }

    public int Count => _tokens.Length;

    public int EndOfTextId => _ids[EndOfText];

    /// <summary>A token's id.</summary>
    public int Id(string token) => _ids[token];

    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>The text's token ids; throws where no token fits.</summary>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(_longest, text.Length - at);
            int id;
            while (!_ids.TryGetValue(text.Substring(at, length), out id))
            {
                if (--length == 0)
                    throw new ArgumentException($"no token of the vocabulary starts at `{text[at..]}`", nameof(text));
            }
            ids.Add(id);
            at += length;
        }
        return [.. ids];
    }

    /// <summary>The tokens' text; the end of the text writes nothing.</summary>
    public string Decode(IEnumerable<int> ids) => string.Concat(ids.Where(id => id != EndOfTextId).Select(id => _tokens[id]));
}
