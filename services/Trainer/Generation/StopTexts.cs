using System.Text;

namespace Judges.Training.Generation;

/// <summary>
/// Texts that end a completion, however a tokenizer cuts them: the token that completes one is the completion's last. Special tokens count as
/// the text that they are written as.
/// </summary>
public sealed class StopTexts
{
    private readonly byte[][] _texts;
    private readonly int _longest;
    private readonly Func<int, ReadOnlyMemory<byte>> _bytes;

    /// <param name="texts">each at least one character</param>
    /// <param name="bytes">the UTF-8 bytes of a token, as <c>Tokenizer.Bytes</c> gives them</param>
    public StopTexts(IReadOnlyList<string> texts, Func<int, ReadOnlyMemory<byte>> bytes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(bytes);
        if (texts.Any(string.IsNullOrEmpty))
            throw new ArgumentException("A stop text has at least one character.", nameof(texts));
        _texts = [.. texts.Select(Encoding.UTF8.GetBytes)];
        _longest = _texts.Select(static text => text.Length).DefaultIfEmpty(0).Max();
        _bytes = bytes;
    }

    /// <summary>Whether the last token completes one of the texts.</summary>
    internal bool End(List<int> tokens)
    {
        var last = _bytes(tokens[^1]).Length;
        if (last == 0 || _longest == 0)
            return false;

        // As far back as a text that ends in the last token can begin.
        List<ReadOnlyMemory<byte>> parts = [];
        var length = 0;
        for (var i = tokens.Count - 1; i >= 0 && length < _longest - 1 + last; i--)
        {
            parts.Add(_bytes(tokens[i]));
            length += parts[^1].Length;
        }

        var tail = new byte[length];
        var at = length;
        foreach (var part in parts)
            part.CopyTo(tail.AsMemory(at -= part.Length));
        return _texts.Any(text => tail.AsSpan(Math.Max(0, length - last - text.Length + 1)).IndexOf(text) >= 0);
    }
}
