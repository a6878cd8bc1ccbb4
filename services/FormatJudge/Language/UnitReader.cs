namespace Judges.Format.Language;

/// <summary>Reads the units of a text one after the other, past what is neutral.</summary>
internal ref struct UnitReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private NeutralSpans _neutral = new(text);
    private int _at;

    /// <summary>Characters so far, but for white space.</summary>
    public int Solid { get; private set; }

    /// <summary>Those of them that are neutral.</summary>
    public int Masked { get; private set; }

    /// <summary>Whether a sentence or line ended before the unit read last.</summary>
    public bool Ended { get; private set; }

    public bool TryNext(out LanguageUnit unit)
    {
        Ended = false;
        while (_at < _text.Length)
        {
            var character = _text[_at];
            var script = Scripts.Of(character);
            if (script is Script.None or Script.Joining)
            {
                Pass(character);
                continue;
            }
            if (character is 'h' or 'w' && NeutralWords.Address(_text, _at) is > 0 and var length)
            {
                Mask(length);
                continue;
            }
            unit = Read(script);
            Solid += unit.Length;
            return true;
        }
        unit = default;
        return false;
    }

    private void Pass(char character)
    {
        switch (character)
        {
            case ' ':
                _at++;
                return;
            case '.' or '!' or '?' or '\n' or ';' or ':' or '。' or '！' or '？' or '؟' or '।' or '…':
                Ended = true;
                break;
            case '`' or '~' or '$' or '\\' or '<' or '{' or '/':
                if (_neutral.At(_at) is > 0 and var length)
                {
                    Mask(length);
                    return;
                }
                break;
        }
        Solid += char.IsWhiteSpace(character) ? 0 : 1;
        _at++;
    }

    private void Mask(int length)
    {
        var end = Math.Min(_at + length, _text.Length);
        for (; _at < end; _at++)
        {
            var solid = char.IsWhiteSpace(_text[_at]) ? 0 : 1;
            Solid += solid;
            Masked += solid;
        }
    }

    private LanguageUnit Read(Script script)
    {
        var (start, mixed) = (_at++, false);
        for (; _at < _text.Length && Scripts.Of(_text[_at]) is var next and not Script.None; _at++)
        {
            if (next == script || next is Script.Joining)
                continue;
            if (!Alike(next) || !Alike(script))
                break;
            mixed = true;
        }
        return new(start, _at - start, mixed ? Script.Other : script);
    }

    // Latin, Greek and Cyrillic look alike: a word of two of them deceives. Other scripts meet without a space.
    private static bool Alike(Script script) => script is Script.Latin or Script.Greek or Script.Cyrillic;
}
