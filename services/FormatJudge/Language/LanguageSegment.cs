namespace Judges.Format.Language;

/// <summary>
/// Units up to the end of a sentence, or of the next one where that was too short to tell. Among languages of one script it is foreign where another
/// language is ahead of the target by a margin; a passage in it is, where the words in a row are.
/// </summary>
internal sealed class LanguageSegment(KnownLanguage target)
{
    private const int MostUnits = 256;
    private const int LeastLetters = 25;
    private const int LeastHan = 12;
    private const int LeastWords = 8;
    private const int Margin = 6 * LanguageTable.Unit;

    private readonly LanguageUnit[] _units = new LanguageUnit[MostUnits];
    private readonly WordKind[] _kinds = new WordKind[MostUnits];
    private readonly LanguageFamily? _family = target.Lane is null ? null : LanguageFamily.Of(target.Script);
    private readonly int _enough = target.Script is Script.Kana ? LeastHan : LeastLetters;

    private int _count, _letters, _kana;
    private bool _capitals, _foreign;
    private LaneScores _said;

    public bool IsFull => _count == MostUnits;

    /// <summary>Whether there is enough to tell a language by.</summary>
    public bool IsLong => _letters >= _enough;

    public void Add(ReadOnlySpan<char> text, LanguageUnit unit, WordKind kind)
    {
        _units[_count] = unit;
        _kinds[_count++] = kind;
        _capitals |= kind is WordKind.Capitals;
        if (kind is not WordKind.Own)
            return;
        _letters += unit.Length;
        _kana += unit.Script is Script.Kana ? 1 : 0;
        Weigh(text, unit);
    }

    /// <summary>Decides about what was added, and hands it to the tally. Where the last is too short to tell, it is as the one before.</summary>
    public void Flush(ReadOnlySpan<char> text, LanguageTally tally, bool last)
    {
        if (_capitals)
            SortCapitals(text);
        // A few words may be a name: only their script is looked at.
        if (IsLong && !(last && tally.Words + _count < LeastWords))
            _foreign = _family is not null ? _said.Most - _said[target.Lane!.Value] >= Margin : target.Script is Script.Kana && _kana == 0;
        for (var at = 0; at < _count; at++)
            tally.Add(_units[at], _foreign && _kinds[at] is WordKind.Own ? WordKind.Foreign : _kinds[at]);
        (_count, _letters, _kana, _capitals) = (0, 0, 0, false);
        _said = default;
        _foreign &= !last;
    }

    private void Weigh(ReadOnlySpan<char> text, LanguageUnit unit)
    {
        if (_family is not null && unit.Length > 1)
            _said += _family.Weigh(text.Slice(unit.Start, unit.Length));
    }

    // One or two words in capitals are acronyms; more in a row are words.
    private void SortCapitals(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < _count; at++)
        {
            var first = at;
            while (at < _count && _kinds[at] is WordKind.Capitals)
                at++;
            var kind = at - first <= 2 ? WordKind.Neutral : target.Writes(Script.Latin) ? WordKind.Own : WordKind.Foreign;
            for (var word = first; word < at; word++)
            {
                _kinds[word] = kind;
                _letters += kind is WordKind.Own ? _units[word].Length : 0;
                if (kind is WordKind.Own)
                    Weigh(text, _units[word]);
            }
        }
    }
}
