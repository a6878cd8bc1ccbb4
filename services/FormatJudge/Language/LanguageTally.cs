namespace Judges.Format.Language;

/// <summary>Adds up what is of the target language and what is foreign, unit by unit, and keeps the foreign passages.</summary>
internal sealed class LanguageTally(KnownLanguage target)
{
    private const int MostSpans = 20;
    private const double FreeGuests = 2;

    // Names in another script, and Han in Korean, are neutral up to these shares.
    private readonly double _guestShare = target.Script is Script.Hangul ? 0.02 : 0.05;
    private readonly List<BlockSpan> _spans = [];

    private double _own, _foreign, _guests, _run, _longest;
    private int _runs, _switches;
    private bool? _inside;

    public double Words => _own + _foreign;

    public void Add(LanguageUnit unit, WordKind kind)
    {
        var weight = unit.Weight;
        if (kind is WordKind.Neutral || (kind is WordKind.Guest && Welcome(weight)))
            return;
        var foreign = kind is not WordKind.Own;
        _switches += _inside == !foreign ? 1 : 0;
        if (foreign)
            AddForeign(unit, weight);
        else
            (_own, _run) = (_own + weight, 0);
        _inside = foreign;
    }

    public LanguageReport Report(bool insufficient) => new()
    {
        Target = target.Code,
        Insufficient = insufficient,
        Ratio = insufficient ? null : _own / Words,
        TargetWords = _own,
        ForeignWords = _foreign,
        ForeignRuns = _runs,
        LongestForeignRun = _longest,
        Switches = _switches,
        Spans = _spans,
    };

    private bool Welcome(double weight)
    {
        if (_guests + weight > FreeGuests + _guestShare * _own)
            return false;
        _guests += weight;
        return true;
    }

    private void AddForeign(LanguageUnit unit, double weight)
    {
        _foreign += weight;
        _run += weight;
        _longest = Math.Max(_longest, _run);
        if (_inside != true)
        {
            _runs++;
            if (_spans.Count < MostSpans)
                _spans.Add(new(unit.Start, unit.Length));
        }
        else if (_runs <= MostSpans)
        {
            _spans[^1] = new(_spans[^1].Start, unit.End - _spans[^1].Start);
        }
    }
}
