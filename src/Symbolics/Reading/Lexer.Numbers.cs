using System.Globalization;
using System.Numerics;
using System.Text;

namespace Symbolics;

/// <summary>
/// Numerals: <code>digits | grouped, then ( "." digits )? repeating? exponent?</code>
/// A comma groups thousands only outside brackets, where it could also part a list's members.
/// </summary>
internal sealed partial class Lexer
{
    private static readonly string[] s_separators = [@",\!", "{,}", "{, }", " {, }", "{ ,}", @"{,}\!", @"\,", @"\!", @"\ ", ",", " "];

    private bool NumberToken()
    {
        var start = _at;
        var digits = TakeDigits();
        if (digits.Length is > 0 and <= 3 && digits[0] is not '0')
            digits += Groups();
        var decimals = -1;
        if (Here is '.' && char.IsAsciiDigit(Next()))
        {
            _at++;
            var fraction = TakeDigits();
            decimals = fraction.Length;
            digits += fraction;
        }
        else if (Here is '.' && Repeats(_at + 1))
        {
            _at++;
            decimals = 0;
        }
        if (!_budget.TakeDigits(digits.Length, decimals))
            return false;
        var value = Value(digits, Math.Max(decimals, 0));
        if (decimals >= 0 && Repeats(_at))
            return Repeating(start, digits, decimals, value);
        if (decimals > 0 && Here is '.' && Next() is '.' && Next(2) is '.')
            return Continued(start, digits, decimals, 3);
        if (decimals > 0 && (_text.AsSpan(_at, _end - _at).StartsWith(@"\ldots") || _text.AsSpan(_at, _end - _at).StartsWith(@"\dots")))
            return Continued(start, digits, decimals, Here is '\\' && Next() is 'l' ? 6 : 5);
        if (Exponent() is { } exponent)
        {
            if (!_budget.TakeDigits(digits.Length + Math.Abs(exponent), exponent < 0 ? digits.Length : decimals))
                return false;
            var power = BigInteger.Pow(10, Math.Abs(exponent));
            value = exponent < 0 ? value / new Rational(power) : value * new Rational(power);
            decimals = Math.Max(decimals, 0);
        }
        return Add(new(TokenKind.Number, decimals < 0 ? digits : "", start, _at - start, _blank, value, decimals), 0);
    }

    private static Rational Value(string digits, int decimals)
    {
        var whole = digits.Length <= 18 ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return decimals == 0 ? new(whole) : new(whole, BigInteger.Pow(10, decimals));
    }

    private string TakeDigits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Here))
            _at++;
        return _text[start.._at];
    }

    private string Groups()
    {
        foreach (var separator in s_separators)
        {
            if ((separator is ",") && _brackets > 0)
                continue;
            var at = _at;
            var groups = new StringBuilder();
            while (Group(separator, at) is { } next)
            {
                groups.Append(_text, next - 3, 3);
                at = next;
            }
            // 12 345 is a number; 12 345/7 would not be one.
            if (groups.Length == 0 || (separator is " " or @"\ " && at < _end && _text[at] is '/' or '.'))
                continue;
            _at = at;
            return groups.ToString();
        }
        return "";
    }

    // The place behind a separator and exactly three digits.
    private int? Group(string separator, int at)
    {
        if (at + separator.Length + 3 > _end || string.CompareOrdinal(_text, at, separator, 0, separator.Length) != 0)
            return null;
        at += separator.Length;
        while (separator is not (" " or ",") && at < _end && _text[at] is ' ')
            at++;
        for (var i = at; i < at + 3; i++)
        {
            if (i >= _end || !char.IsAsciiDigit(_text[i]))
                return null;
        }
        return at + 3 < _end && char.IsAsciiDigit(_text[at + 3]) ? null : at + 3;
    }

    // 1e6, 3.2E-5; not 2ex, and not 2e alone.
    private int? Exponent()
    {
        if (Here is not ('e' or 'E'))
            return null;
        var at = _at + 1;
        var sign = at < _end && _text[at] is '-' ? -1 : 1;
        if (at < _end && _text[at] is '-' or '+')
            at++;
        var first = at;
        while (at < _end && char.IsAsciiDigit(_text[at]))
            at++;
        if (at == first || at - first > 4 || (at < _end && char.IsAsciiLetter(_text[at])))
            return null;
        var value = int.Parse(_text.AsSpan(first, at - first), NumberStyles.None, CultureInfo.InvariantCulture);
        _at = at;
        return sign * value;
    }

    private bool Repeats(int at)
    {
        var rest = at < _end ? _text.AsSpan(at, _end - at) : default;
        return rest.StartsWith(@"\overline{") || rest.StartsWith(@"\dot{") || rest.StartsWith(@"\bar{") || rest.StartsWith(@"\dot ") || rest.StartsWith(@"\overline ")
            || rest.StartsWith(@"\bar ");
    }

    // 0.1\overline{6}, 0.\dot{1}4\dot{2}
    private bool Repeating(int start, string digits, int decimals, Rational value)
    {
        var first = _text.AsSpan(_at);
        var dots = first.StartsWith(@"\dot");
        var block = "";
        var open = false;
        while (_at < _end)
        {
            if (Repeats(_at))
            {
                var from = _text.AsSpan(_at, _end - _at).IndexOfAny('{', ' ') + _at + 1;
                _at = from;
                block += TakeDigits();
                open = !open;
                if (Here is '}')
                    _at++;
                if (!dots)
                    break;
            }
            else if (open && dots && char.IsAsciiDigit(Here) && _text.AsSpan(_at, _end - _at).Contains(@"\dot", StringComparison.Ordinal))
            {
                block += TakeDigits();
            }
            else
            {
                break;
            }
        }
        return Periodic(start, decimals, value, block);
    }

    private bool Periodic(int start, int decimals, Rational value, string block)
    {
        if (!_budget.TakeDigits(decimals + (2 * block.Length), decimals + block.Length))
            return false;
        if (block.Length == 0)
            return Add(TokenKind.Sign, "?", 0);
        var period = new Rational(BigInteger.Parse(block, NumberStyles.None, CultureInfo.InvariantCulture), (BigInteger.Pow(10, block.Length) - 1) * BigInteger.Pow(10, decimals));
        return Add(new(TokenKind.Number, "", start, _at - start, _blank, value + period), 0);
    }

    // 0.333..., 0.1666...: the last digits must show their period three times, or twice when it has two digits or more.
    private bool Continued(int start, string digits, int decimals, int dots)
    {
        var fraction = digits[^decimals..];
        for (var period = 1; period <= decimals / 2; period++)
        {
            var run = period;
            while (run < decimals && fraction[decimals - 1 - run] == fraction[decimals - 1 - run + period])
                run++;
            if (!_budget.Take(1 + (run / 32)))
                return false;
            if (run < Math.Max(3, 2 * period))
                continue;
            _at += dots;
            var block = fraction[^period..];
            var value = new Rational(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals));
            return Periodic(start, decimals, value, block);
        }
        return Add(new(TokenKind.Sign, "…", start, _at - start + dots, _blank), _at - start + dots - (_at - start));
    }
}
