namespace Symbolics;

/// <summary>Times of day: 8:34 p.m., 2 PM.</summary>
internal sealed partial class AnswerParser
{
    private const int HalfDay = 12 * 3600;

    private Clock? Clock(int from, int to)
    {
        var end = to;
        while (end > from && tokens[end - 1].IsSign("."))
            end--;
        if (Meridiem(from, ref end) is not { } afternoon || end <= from)
            return null;
        var parts = new List<int>();
        for (var i = from; i < end; i += 2)
        {
            if (!tokens[i].IsPlainDigits || tokens[i].Text.Length > 2 || (i + 1 < end && !tokens[i + 1].IsSign(":")))
                return null;
            parts.Add(int.Parse(tokens[i].Text, System.Globalization.CultureInfo.InvariantCulture));
        }
        if (parts.Count > 3 || (end - from) % 2 == 0 || parts[0] is < 1 or > 12 || parts.Skip(1).Any(static part => part > 59))
            return null;
        var seconds = parts[0] % 12 * 3600 + (parts.Count > 1 ? parts[1] * 60 : 0) + (parts.Count > 2 ? parts[2] : 0);
        return new(afternoon ? seconds + HalfDay : seconds, true);
    }

    // p.m., PM, P.M.: as one word or as letters with points between them.
    private bool? Meridiem(int from, ref int end)
    {
        var text = "";
        var start = end;
        while (start > from && text.Length < 6 && (tokens[start - 1].Kind is TokenKind.Words or TokenKind.Letter || tokens[start - 1].IsSign(".")))
            text = tokens[--start].Text + text;
        bool? afternoon = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch { "PM" => true, "AM" => false, _ => null };
        if (afternoon is not null)
            end = start;
        return afternoon;
    }
}
