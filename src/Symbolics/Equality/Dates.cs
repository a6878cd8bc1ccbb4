using System.Globalization;

namespace Symbolics;

/// <summary>A day; without its year where none is given.</summary>
internal readonly record struct CalendarDay(int Month, int Day, int? Year);

/// <summary>Days written with the month's name, as 2020-03-05 or as 3月5日; 3/5/2020 means two days, so it is none.</summary>
internal static class Dates
{
    private const int MaxLength = 40;

    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static CalendarDay? Parse(string text)
    {
        if (text.Length is < 4 or > MaxLength || !text.Any(char.IsAsciiDigit))
            return null;
        var parts = text.Split([' ', ',', '-', '年', '月', '日', '~', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (text.Contains('月', StringComparison.Ordinal))
            return parts switch
            {
                [var month, var day] => Day(Number(month), day, null),
                [var year, var month, var day] => Day(Number(month), day, year),
                _ => null,
            };
        return parts switch
        {
            [var year, var month, var day] when year.Length == 4 && text.Count(static c => c is '-') == 2 => Day(Number(month), day, year),
            [var first, var second, var year] => Day(Month(first), second, year) ?? Day(Month(second), first, year),
            [var first, var second] => Day(Month(first), second, null) ?? Day(Month(second), first, null),
            _ => null,
        };
    }

    private static CalendarDay? Day(int? month, string day, string? year)
    {
        foreach (var ending in new[] { "st", "nd", "rd", "th" })
            day = day.EndsWith(ending, StringComparison.Ordinal) ? day[..^2] : day;
        var (number, given) = (Number(day), year is null ? null : Number(year));
        return month is >= 1 and <= 12 && number is >= 1 and <= 31 && (year is null || given is >= 100) ? new(month.Value, number.Value, given) : null;
    }

    // The whole name, or its first three letters.
    private static int? Month(string word)
    {
        var place = Array.FindIndex(s_months, name => name.Equals(word, StringComparison.OrdinalIgnoreCase) || (word.Length is 3 or 4 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        return place < 0 ? null : place + 1;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
