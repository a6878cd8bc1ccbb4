namespace Symbolics;

/// <summary>
/// Reads a number, plain or LaTeX, as its exact value:
/// <code>
/// numeral  => sign? ( fraction | mixed | ratio | decimal )
/// fraction => ( "\frac" | "\dfrac" | "\tfrac" | "\cfrac" ) argument argument
/// argument => "{" sign? decimal "}" | digit
/// mixed    => digits fraction | digits blank digits "/" digits      (its fraction below 1, without signs)
/// ratio    => decimal "/" sign? decimal
/// decimal  => ( digits | grouped ) ( "." digits )? | "." digits
/// grouped  => 1 to 3 digits, not starting with 0, ( separator 3 digits )+      (the same separator throughout)
/// </code>
/// Blanks, also <c>\,</c> <c>\;</c> <c>\:</c> <c>\ </c> <c>~</c>, may stand between tokens; <c>\!</c> stands for nothing.
/// A text that is anything else, or longer than the budget, is not a numeral; no input throws.
/// </summary>
public static class Numeral
{
    /// <summary>The longest text that is read, in characters: products of such numbers still cost microseconds.</summary>
    public const int MaxLength = 4096;

    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        if (text.Length > MaxLength)
            return false;
        var cursor = new NumeralCursor(text);
        var negative = cursor.TakeSign() < 0;
        if (!TryMagnitude(ref cursor, out value) || !cursor.AtEnd)
            return false;
        value = negative ? -value : value;
        return true;
    }

    private static bool TryMagnitude(ref NumeralCursor cursor, out Rational value)
    {
        if (cursor.TakeFractionCommand())
            return TryFraction(ref cursor, out value);
        if (!cursor.TryTakeDecimal(out var first, out value))
            return false;
        if (cursor.TakeSlash())
            return first is not DecimalShape.Spaced && TryDivide(ref cursor, ref value);
        // 3\frac12 and 3 1/2; without the blank the latter would be 31/2.
        if (first is not DecimalShape.Digits)
            return true;
        var whole = value;
        if (cursor.TakeFractionCommand())
            return TryFraction(ref cursor, out value) && TryMix(whole, ref value);
        if (cursor.AtDigitAfterBlank)
        {
            return cursor.TryTakeDecimal(out var numerator, out value) && numerator is DecimalShape.Digits
                && cursor.TakeSlash()
                && cursor.TryTakeDecimal(out var denominator, out var divisor) && denominator is DecimalShape.Digits && !divisor.IsZero
                && TryMix(whole, value / divisor, out value);
        }
        return true;
    }

    private static bool TryDivide(ref NumeralCursor cursor, ref Rational value)
    {
        var sign = cursor.TakeSign();
        if (!cursor.TryTakeDecimal(out _, out var divisor) || divisor.IsZero)
            return false;
        value /= sign < 0 ? -divisor : divisor;
        return true;
    }

    private static bool TryFraction(ref NumeralCursor cursor, out Rational value)
    {
        value = default;
        if (!cursor.TryTakeArgument(out var numerator) || !cursor.TryTakeArgument(out var denominator) || denominator.IsZero)
            return false;
        value = numerator / denominator;
        return true;
    }

    private static bool TryMix(Rational whole, ref Rational part) => TryMix(whole, part, out part);

    private static bool TryMix(Rational whole, Rational part, out Rational value)
    {
        value = whole + part;
        return part.Sign > 0 && part.Numerator < part.Denominator;
    }
}
