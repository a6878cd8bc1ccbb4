using System.Globalization;
using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>
/// BPE in the manner of SentencePiece (Llama 2, Mixtral): spaces become ▁, the whole text is one word spelt in characters, and one that
/// the vocabulary lacks is spelt in tokens for its bytes, &lt;0x00&gt; to &lt;0xFF&gt;.
/// </summary>
/// <param name="Prefix">whether ▁ is put before the text</param>
internal sealed record SentencePieceCodec(bool Prefix) : ITextCodec
{
    private const string Space = "▁";

    public void Encode(string text, BytePairModel model, List<int> ids)
    {
        var symbols = new List<int>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in ((Prefix ? Space : "") + text.Replace(" ", Space, StringComparison.Ordinal)).EnumerateRunes())
        {
            if (model.Find(rune.ToString()) is { } id)
            {
                symbols.Add(id);
                continue;
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
                symbols.Add(model.Find($"<0x{value:X2}>") ?? throw new InvalidDataException($"The vocabulary lacks '{rune}' and the bytes to spell it."));
        }

        ids.AddRange(model.Join(symbols));
    }

    public byte[] Bytes(string token) =>
        token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && byte.TryParse(token.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? [value]
            : Encoding.UTF8.GetBytes(token.Replace(Space, " ", StringComparison.Ordinal));
}
