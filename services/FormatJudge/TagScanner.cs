using System.Buffers;

namespace Judges.Format;

/// <summary>
/// Finds the tags of a template in one pass from left to right. A candidate is read only up to the next character that could start
/// another one, so no character is read more than twice however hostile the text.
/// </summary>
internal ref struct TagScanner(ReadOnlySpan<char> text, string[] tags)
{
    // A longer one, with its attributes, is not worth a diagnosis.
    private const int MaxTag = 64;

    private static readonly SearchValues<char> Openers = SearchValues.Create('<', '＜', '&');

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public bool TryNext(out TagEvent found)
    {
        while (_text[_at..].IndexOfAny(Openers) is var skipped and >= 0)
        {
            var start = _at + skipped;
            var window = _text.Slice(start, Math.Min(MaxTag, _text.Length - start));
            if (TryExact(window, start, out found) || TryNearMiss(window, start, out found))
            {
                _at = found.End;
                return true;
            }
            _at = start + 1;
        }
        _at = _text.Length;
        found = default;
        return false;
    }

    private readonly bool TryExact(ReadOnlySpan<char> window, int start, out TagEvent found)
    {
        found = default;
        if (window[0] is not '<')
            return false;
        var closing = window is ['<', '/', ..];
        var rest = window[(closing ? 2 : 1)..];
        foreach (var tag in tags)
        {
            if (!rest.StartsWith(tag) || rest.Length == tag.Length || rest[tag.Length] is not '>')
                continue;
            found = new(tag, closing, start, start + (closing ? 2 : 1) + tag.Length + 1, null);
            return true;
        }
        return false;
    }

    private readonly bool TryNearMiss(ReadOnlySpan<char> window, int start, out TagEvent found)
    {
        found = default;
        var reader = new NearMissReader(window);
        if (!reader.TryRead(tags, out var tag, out var closing, out var slip))
            return false;
        found = new(tag, closing, start, start + reader.Position, slip);
        return true;
    }
}
