namespace Judges.Format.Language;

/// <summary>Where a mark stands next: looked for once for each place that it stands at, however often it is asked for.</summary>
internal struct NextPlace(string mark)
{
    private int _from;
    private int _place = -1;

    /// <summary>The first place at or after an offset, or the text's length. One text, offsets that do not fall.</summary>
    public int From(ReadOnlySpan<char> text, int at)
    {
        if (_place >= at && _from <= at)
            return _place;
        _from = at;
        if (at >= text.Length)
            return _place = text.Length;
        var found = text[at..].IndexOf(mark);
        return _place = found < 0 ? text.Length : at + found;
    }
}
