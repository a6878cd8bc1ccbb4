using System.Globalization;
using System.Numerics;

namespace Symbolics;

/// <summary>How a decimal was written.</summary>
internal enum DecimalShape
{
    /// <summary>Digits alone.</summary>
    Digits,

    /// <summary>With a point or with commas between groups of three.</summary>
    Marked,

    /// <summary>With thin spaces between groups of three: before a fraction it could also be a mixed number.</summary>
    Spaced,
}

/// <summary>The tokens of <see cref="Numeral"/>'s grammar. A token that is not there leaves the cursor where it was, but for blanks.</summary>
internal ref struct NumeralCursor(ReadOnlySpan<char> text)
{
    private static readonly string[] FractionCommands = [@"\frac", @"\dfrac", @"\tfrac", @"\cfrac"];
    private static readonly string[] Blanks = [@"\,", @"\;", @"\:", @"\ ", "~"];
    private static readonly string[] Separators = [@",\!", "{,}", ",", @"\,"];

    private ReadOnlySpan<char> _rest = text;
    private bool _blankBefore;

    public bool AtEnd
    {
        get
        {
            SkipBlanks();
            return _rest.IsEmpty;
        }
    }

    /// <summary>Whether the next token starts with a digit and a blank stands before it.</summary>
    public bool AtDigitAfterBlank
    {
        get
        {
            SkipBlanks();
            return _blankBefore && _rest is [>= '0' and <= '9', ..];
        }
    }

    /// <summary>-1 for a minus (also Unicode's), else 1.</summary>
    public int TakeSign()
    {
        SkipBlanks();
        if (_rest is not ['+' or '-' or '\u2212' or '\uFE63' or '\uFF0D', ..])
            return 1;
        var sign = _rest[0] is '+' ? 1 : -1;
        Advance(1);
        return sign;
    }

    public bool TakeSlash() => Take('/');

    public bool TakeFractionCommand()
    {
        SkipBlanks();
        foreach (var command in FractionCommands)
        {
            if (!_rest.StartsWith(command))
                continue;
            Advance(command.Length);
            return true;
        }
        return false;
    }

    public bool TryTakeArgument(out Rational value)
    {
        SkipBlanks();
        if (_rest is [>= '0' and <= '9', ..])
        {
            value = new(_rest[0] - '0');
            Advance(1);
            return true;
        }
        value = default;
        if (!Take('{'))
            return false;
        var negative = TakeSign() < 0;
        if (!TryTakeDecimal(out _, out value) || !Take('}'))
            return false;
        value = negative ? -value : value;
        return true;
    }

    public bool TryTakeDecimal(out DecimalShape shape, out Rational value)
    {
        SkipBlanks();
        shape = DecimalShape.Digits;
        value = default;
        var digits = new DigitBuffer(stackalloc char[Numeral.MaxLength]);
        var first = digits.Add(TakeDigits());
        if (first is > 0 and <= 3 && digits.Text[0] is not '0' && SeparatorHere() is { } separator)
        {
            shape = separator is @"\," ? DecimalShape.Spaced : DecimalShape.Marked;
            do
            {
                Advance(separator.Length);
                if (digits.Add(TakeDigits()) != 3)
                    return false;
            }
            while (SeparatorHere() == separator);
        }
        var scale = 0;
        if (_rest is ['.', >= '0' and <= '9', ..])
        {
            shape = DecimalShape.Marked;
            Advance(1);
            scale = digits.Add(TakeDigits());
        }
        _blankBefore = false;
        if (digits.Text.IsEmpty)
            return false;
        value = new(BigInteger.Parse(digits.Text, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, scale));
        return true;
    }

    private ReadOnlySpan<char> TakeDigits()
    {
        var end = _rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? _rest : _rest[..end];
        _rest = _rest[digits.Length..];
        return digits;
    }

    // A comma before anything but a digit belongs to a list.
    private readonly string? SeparatorHere()
    {
        foreach (var separator in Separators)
        {
            if (_rest.StartsWith(separator) && _rest.Length > separator.Length && char.IsAsciiDigit(_rest[separator.Length]))
                return separator;
        }
        return null;
    }

    private bool Take(char token)
    {
        SkipBlanks();
        if (_rest.IsEmpty || _rest[0] != token)
            return false;
        Advance(1);
        return true;
    }

    private void SkipBlanks()
    {
        while (BlankLength() is var length and > 0)
        {
            _blankBefore |= !_rest.StartsWith(@"\!");
            _rest = _rest[length..];
        }
    }

    private readonly int BlankLength()
    {
        if (_rest.IsEmpty)
            return 0;
        if (char.IsWhiteSpace(_rest[0]))
            return 1;
        if (_rest.StartsWith(@"\!"))
            return 2;
        foreach (var blank in Blanks)
        {
            if (_rest.StartsWith(blank))
                return blank.Length;
        }
        return 0;
    }

    private void Advance(int length)
    {
        _rest = _rest[length..];
        _blankBefore = false;
    }
}

/// <summary>Collects a number's digits without what stands between them.</summary>
internal ref struct DigitBuffer(Span<char> space)
{
    private readonly Span<char> _space = space;
    private int _length;

    public readonly ReadOnlySpan<char> Text => _space[.._length];

    /// <summary>Appends digits; returns how many.</summary>
    public int Add(scoped ReadOnlySpan<char> digits)
    {
        digits.CopyTo(_space[_length..]);
        _length += digits.Length;
        return digits.Length;
    }
}
