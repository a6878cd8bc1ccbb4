namespace Judges.Training.Tokenization;

/// <param name="Special">whether it marks a place rather than being text, such as an end</param>
internal sealed record AddedToken(int Id, string Content, bool Special);

/// <summary>Tokens that are looked for in the text before anything else: the leftmost, of those the longest.</summary>
internal sealed class AddedTokens
{
    private readonly ILookup<char, AddedToken> _byFirst;
    private readonly Dictionary<int, AddedToken> _byId;
    private readonly Dictionary<string, AddedToken> _byContent;

    public AddedTokens(IReadOnlyList<AddedToken> tokens)
    {
        _byFirst = tokens.OrderByDescending(static token => token.Content.Length).ToLookup(static token => token.Content[0]);
        _byId = tokens.ToDictionary(static token => token.Id);
        _byContent = tokens.ToDictionary(static token => token.Content, StringComparer.Ordinal);
    }

    public AddedToken? Find(int id) => _byId.GetValueOrDefault(id);

    public AddedToken? Find(string content) => _byContent.GetValueOrDefault(content);

    /// <summary>The text cut at added tokens: stretches between them, and the tokens themselves.</summary>
    public IEnumerable<(string Text, AddedToken? Token)> Cut(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (_byFirst[text[at]].FirstOrDefault(token => string.CompareOrdinal(text, at, token.Content, 0, token.Content.Length) == 0) is not { } found)
            {
                at++;
                continue;
            }

            if (at > start)
                yield return (text[start..at], null);
            yield return (found.Content, found);
            start = at += found.Content.Length;
        }

        if (start < text.Length)
            yield return (text[start..], null);
    }
}
