using System.Globalization;

namespace Symbolics;

/// <summary>Products, quotients and powers of units: <code>unit ( "^" power )? ( ( "*" | "." | "-" | " " | "/" | "per" ) unit ( "^" power )? )*</code></summary>
internal static class UnitProduct
{
    private const int MaxLength = 64;
    private const int MaxPower = 9;

    public static UnitSize? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return null;
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var scale = new Rational(1);
        var sign = 1;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '*' or '.' or '·' or '-')
            {
                at++;
                continue;
            }
            if (text[at] is '/')
            {
                // m/s/kg and m/(s kg) differ; of two strokes nobody knows.
                if (sign < 0)
                    return null;
                (sign, at) = (-1, at + 1);
                continue;
            }
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '°' or '$' or '¢'))
                at++;
            var name = text[start..at];
            if (name is "per")
            {
                if (sign < 0)
                    return null;
                sign = -1;
                continue;
            }
            if (name.Length == 0 || Size(name) is not { } size || Power(text, ref at) is not { } power)
                return null;
            scale *= Raised(size.Scale, sign * power);
            Join(powers, size.Dimension, sign * power);
        }
        return powers.Count == 0 ? null : new(string.Join(' ', powers.Where(static part => part.Value != 0).Select(static part => part.Value == 1 ? part.Key : $"{part.Key}^{part.Value}")), scale);
    }

    private static UnitSize? Size(string name) => name switch
    {
        "mph" => Parse("mile/h"),
        "kmph" or "kph" => Parse("km/h"),
        _ => UnitTable.Named(name),
    };

    // ^2, ^-2 or 2 right behind the name.
    private static int? Power(string text, ref int at)
    {
        var start = at < text.Length && text[at] is '^' ? at + 1 : at;
        var end = start;
        if (start > at && end < text.Length && text[end] is '-')
            end++;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == start)
            return start > at ? null : 1;
        at = end;
        return int.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && Math.Abs(power) <= MaxPower ? power : null;
    }

    private static Rational Raised(Rational scale, int power)
    {
        var result = new Rational(1);
        for (var i = 0; i < Math.Abs(power); i++)
            result *= scale;
        return power < 0 ? new Rational(1) / result : result;
    }

    private static void Join(SortedDictionary<string, int> powers, string dimension, int power)
    {
        foreach (var part in dimension.Split(' '))
        {
            var raised = part.Split('^');
            var own = raised.Length > 1 ? int.Parse(raised[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 1;
            powers[raised[0]] = powers.GetValueOrDefault(raised[0]) + own * power;
        }
    }
}
