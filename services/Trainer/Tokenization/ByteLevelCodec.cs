using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>Byte-level BPE (GPT-2, Llama 3, Qwen, DeepSeek): text is split into words, a word is spelt in letters for its bytes.</summary>
/// <param name="Splits">applied one after the other, each to the pieces of the one before</param>
/// <param name="NormalizeToC">whether the text is brought into Unicode's form C first</param>
/// <param name="PrefixSpace">whether text that does not begin with a space gets one</param>
internal sealed record ByteLevelCodec(IReadOnlyList<SplitPattern> Splits, bool NormalizeToC, bool PrefixSpace) : ITextCodec
{
    public void Encode(string text, BytePairModel model, List<int> ids)
    {
        if (NormalizeToC)
            text = FormC.Of(text);
        if (PrefixSpace && !text.StartsWith(' '))
            text = " " + text;
        foreach (var piece in Pieces(text.EnumerateRunes().ToArray(), 0))
            EncodeWord(ByteAlphabet.Spell(piece.Span), model, ids);
    }

    public byte[] Bytes(string token) => ByteAlphabet.Bytes(token) ?? Encoding.UTF8.GetBytes(token);

    private static void EncodeWord(string word, BytePairModel model, List<int> ids)
    {
        if (model.WholeWords && model.Find(word) is { } whole)
        {
            ids.Add(whole);
            return;
        }

        ids.AddRange(model.Join([.. word.Select(letter => model.Find(letter.ToString())
            ?? throw new InvalidDataException($"The vocabulary lacks the byte that '{letter}' stands for."))]));
    }

    private IEnumerable<ReadOnlyMemory<Rune>> Pieces(ReadOnlyMemory<Rune> text, int split)
    {
        if (split == Splits.Count)
        {
            yield return text;
            yield break;
        }

        foreach (var length in Splits[split].Lengths(text))
        {
            foreach (var piece in Pieces(text[..length], split + 1))
                yield return piece;
            text = text[length..];
        }
    }
}
