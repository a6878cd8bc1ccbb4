using System.Diagnostics.CodeAnalysis;

namespace Judges.Format;

/// <summary>Reads a tag generously, noting each liberty that its writer took.</summary>
internal ref struct NearMissReader(ReadOnlySpan<char> window)
{
    private readonly ReadOnlySpan<char> _window = window;
    private TagSlip _slip;

    public int Position { get; private set; }

    public bool TryRead(string[] tags, [NotNullWhen(true)] out string? tag, out bool closing, out TagSlip slip)
    {
        tag = null;
        closing = false;
        slip = default;
        if (!Take('<', "&lt;"))
            return false;
        SkipBlanks();
        closing = Take('/', null);
        SkipBlanks();
        if (!TryName(tags, out tag))
            return false;
        SkipBlanks();
        if (!Take('>', "&gt;") && !SkipAttributes())
            return false;
        slip = _slip;
        return true;
    }

    private bool TryName(string[] tags, [NotNullWhen(true)] out string? name)
    {
        name = null;
        // Most candidates end here: nothing that could be a name.
        if (Position >= _window.Length || !char.IsAsciiLetter(Narrow(_window[Position])))
            return false;
        Span<char> letters = stackalloc char[_window.Length];
        var length = 0;
        for (; Position < _window.Length; Position++)
        {
            var character = _window[Position];
            if (Blank.IsInvisible(character))
            {
                Note(TagSlip.TagInvisible);
                continue;
            }
            var plain = Narrow(character);
            if (!char.IsAsciiLetterOrDigit(plain) && plain is not ('_' or '-'))
                break;
            if (plain != character)
                Note(TagSlip.TagFullWidth);
            letters[length++] = plain;
        }
        foreach (var tag in tags)
        {
            if (letters[..length].Equals(tag, StringComparison.OrdinalIgnoreCase))
                name = tag;
        }
        return name is not null;
    }

    private bool SkipAttributes()
    {
        // A letter or digit here would mean another, longer name; a slash or a blank before means attributes.
        if (Position >= _window.Length || (_window[Position] is not '/' && !char.IsWhiteSpace(_window[Position - 1])))
            return false;
        var end = _window[Position..].IndexOfAny('>', '<', '&');
        if (end < 0 || _window[Position + end] is not '>')
            return false;
        Position += end + 1;
        Note(TagSlip.TagAttributes);
        return true;
    }

    private bool Take(char token, string? escaped)
    {
        if (Position < _window.Length && Narrow(_window[Position]) == token)
        {
            if (_window[Position] != token)
                Note(TagSlip.TagFullWidth);
            Position++;
            return true;
        }
        if (escaped is null || !_window[Position..].StartsWith(escaped))
            return false;
        Note(TagSlip.TagEscaped);
        Position += escaped.Length;
        return true;
    }

    private void SkipBlanks()
    {
        for (; Position < _window.Length && Blank.Is(_window[Position]); Position++)
            Note(Blank.IsInvisible(_window[Position]) ? TagSlip.TagInvisible : TagSlip.TagSpacing);
    }

    private void Note(TagSlip slip) => _slip = slip > _slip ? slip : _slip;

    // Unicode's full-width forms stand at a fixed distance from ASCII.
    private static char Narrow(char character) => character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character;
}
