using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>Text to the token ids of a pretrained model and back, as its tokenizer.json says.</summary>
public sealed class Tokenizer
{
    private readonly BytePairModel _model;
    private readonly AddedTokens _added;
    private readonly ITextCodec _codec;
    private readonly Dictionary<int, string> _tokens;

    internal Tokenizer(IReadOnlyDictionary<string, int> vocabulary, BytePairModel model, AddedTokens added, ITextCodec codec)
    {
        (_model, _added, _codec) = (model, added, codec);
        _tokens = vocabulary.ToDictionary(static token => token.Value, static token => token.Key);
    }

    /// <summary>Tokens put before and after a text that is encoded with <c>addSpecial</c>.</summary>
    public IReadOnlyList<int> Before { get; internal init; } = [];

    public IReadOnlyList<int> After { get; internal init; } = [];

    /// <summary>Throws <see cref="InvalidDataException"/> where the file is not sound, <see cref="NotSupportedException"/> where it asks for what is not here.</summary>
    public static Tokenizer Load(string path) => TokenizerReader.Read(path);

    /// <summary>The id of a token by its content; null where there is none.</summary>
    public int? Find(string token) => _added.Find(token)?.Id ?? _model.Find(token);

    /// <param name="addSpecial">whether the tokens that the model expects around a text are put there; a chat template brings its own</param>
    public IReadOnlyList<int> Encode(string text, bool addSpecial = false)
    {
        var ids = new List<int>(addSpecial ? Before : []);
        foreach (var (part, token) in _added.Cut(text))
        {
            if (token is null)
                _codec.Encode(part, _model, ids);
            else
                ids.Add(token.Id);
        }

        if (addSpecial)
            ids.AddRange(After);
        return ids;
    }

    /// <summary>The text of tokens; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecial = true)
    {
        using var bytes = new MemoryStream();
        foreach (var id in ids)
        {
            if (!(skipSpecial && _added.Find(id) is { Special: true }))
                bytes.Write(Bytes(id).Span);
        }

        var text = Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return _codec is SentencePieceCodec { Prefix: true } && text.StartsWith(' ') ? text[1..] : text;
    }

    /// <summary>The UTF-8 bytes of one token, which need not be whole characters; none where the vocabulary has no such token.</summary>
    public ReadOnlyMemory<byte> Bytes(int id) =>
        _added.Find(id) is { } added ? Encoding.UTF8.GetBytes(added.Content) : _tokens.TryGetValue(id, out var token) ? _codec.Bytes(token) : default;
}
