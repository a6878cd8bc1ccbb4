namespace Symbolics;

/// <summary>Values with units, and words.</summary>
internal sealed partial class AnswerParser
{
    private const int MaxUnitWords = 4;

    private Scalar? Quantity(int from, int to)
    {
        if (Compound(from, to) is { } compound)
            return compound;
        string? unit = null;
        if (tokens[from].IsSign("$"))
        {
            unit = "$";
            from++;
        }
        else if (to - from > 2 && tokens[from].Kind is TokenKind.Sign && tokens[from].Text is "-" && tokens[from + 1].IsSign("$"))
        {
            return Quantity(from + 1, to) is { } debt ? debt with { Value = Build.Negate(debt.Value) } : null;
        }
        var percent = Percent(from, ref to);
        if (!percent)
            unit = Unit(from, ref to) ?? unit;
        if (from >= to || ExpressionParser.Parse(tokens, from, to, budget, _upper) is not { } value)
            return null;
        return new(percent ? new Quotient(value, Number.Of(100)) : value, unit, percent);
    }

    // 7 hours 30 minutes, 5 ft 6 in: units of one dimension, the larger first.
    private Scalar? Compound(int from, int to)
    {
        for (var i = from + 1; i + 2 < to; i++)
        {
            if (tokens[i].Kind is not TokenKind.Words || tokens[i + 1].Kind is not TokenKind.Number || UnitTable.Find(tokens[i].Text) is not { } whole)
                continue;
            return Quantity(from, i + 1) is { Unit: not null } large && Quantity(i + 1, to) is { Unit: { } unit } small
                && UnitTable.Find(unit) is { } part && part.Dimension == whole.Dimension && (whole.Scale - part.Scale).Sign > 0
                ? large with { Value = new Sum([large.Value, new Product([new Number(part.Scale / whole.Scale), small.Value])]) } : null;
        }
        return null;
    }

    private bool Percent(int from, ref int to)
    {
        if (to - from < 2 || !(tokens[to - 1].IsSign("%") || (tokens[to - 1].Kind is TokenKind.Words && tokens[to - 1].Text is "percent" or "pct" or "percentage" or "percents")))
            return false;
        to--;
        return true;
    }

    // The words, and their powers and quotients, that end the answer: 5 \text{ cm}^2, 3 km/h, 90°, 18 \$.
    private string? Unit(int from, ref int to)
    {
        if (to - from < 2)
            return null;
        var end = to;
        if (tokens[to - 1].IsSign("$"))
        {
            to--;
            return "$";
        }
        if (Degrees(from, ref to))
            return "°";
        var first = to;
        for (var i = from + 1; i < to; i++)
        {
            var token = tokens[i];
            if (tokens[i - 1].IsSign("_"))
            {
                // The words of a subscript are part of a name.
                while (i < to && !tokens[i].Is(TokenKind.Close, "}") && tokens[i].Kind is not TokenKind.Words)
                    i++;
                continue;
            }
            if (token.Kind is TokenKind.Words || (token.Kind is TokenKind.Open && token.Text is "{" or "(" && i + 1 < to && (tokens[i + 1].Kind is TokenKind.Words || Remark(i, to))))
            {
                first = i;
                break;
            }
        }
        if (first == to)
            return null;
        var unit = "";
        var words = 0;
        for (var i = first; i < end; i++)
        {
            var token = tokens[i];
            words += token.Kind is TokenKind.Words ? 1 : 0;
            // Numbers are powers of units; sentences are no units.
            if (words > MaxUnitWords || !budget.Take(1 + (unit.Length / 32)) || (token.Kind is TokenKind.Number && !tokens[i - 1].IsSign("^") && !tokens[i - 1].Is(TokenKind.Open, "{") && !tokens[i - 1].IsSign("-")))
                return null;
            if (token.Kind is TokenKind.Open or TokenKind.Close)
                continue;
            if (token.Kind is not (TokenKind.Words or TokenKind.Letter or TokenKind.Number) && !(token.Kind is TokenKind.Sign && token.Text is "^" or "/" or "*" or "." or "-"))
                return null;
            if (token.Spelled(budget) is not { } word)
                return null;
            unit += unit.Length > 0 && token.Kind is TokenKind.Words && tokens[i - 1].Kind is TokenKind.Words ? " " + word : word;
        }
        to = first;
        // 5 · cm
        if (to - 1 > from && tokens[to - 1].IsSign("*"))
            to--;
        return Normal(unit);
    }

    // 5 (cups of tea): letters and words alone in brackets at the end, behind a blank.
    private bool Remark(int open, int to)
    {
        var words = false;
        for (var i = open + 1; i < to - 1; i++)
        {
            words |= tokens[i].Kind is TokenKind.Words;
            if (tokens[i].Kind is not (TokenKind.Words or TokenKind.Letter) && !tokens[i].IsSign("-"))
                return false;
        }
        return words && tokens[open].Blank && tokens[to - 1].Is(TokenKind.Close, ")");
    }

    private bool Degrees(int from, ref int to)
    {
        var at = to - 1;
        if (tokens[at].Is(TokenKind.Close, "}") && at - 2 > from && tokens[at - 1].IsSign("°") && tokens[at - 2].Is(TokenKind.Open, "{"))
            at -= 2;
        else if (!tokens[at].IsSign("°"))
            return false;
        if (tokens[at - 1].IsSign("^"))
            at--;
        // sin 30° is no angle.
        for (var i = from; i < at; i++)
        {
            if (tokens[i].Kind is TokenKind.Command && FunctionNames.Find(tokens[i].Text) is not null)
                return false;
        }
        to = at;
        return at > from;
    }

    public static string Normal(string unit)
    {
        unit = unit.Replace("~", " ", StringComparison.Ordinal).Trim().TrimEnd('.').Replace("square ", "sq ", StringComparison.OrdinalIgnoreCase);
        var power = unit.StartsWith("sq ", StringComparison.OrdinalIgnoreCase) ? "^2" : unit.StartsWith("cubic ", StringComparison.OrdinalIgnoreCase) ? "^3" : "";
        if (power.Length > 0)
            unit = unit[(unit.IndexOf(' ', StringComparison.Ordinal) + 1)..] + power;
        return unit is "units" or "unit" or "units^2" ? "" : unit;
    }

    // Words alone; letters that are a product stay mathematics.
    private Wording? Words(int from, int to)
    {
        var text = "";
        var any = false;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (!budget.Take(1 + (text.Length / 32)) || (token.Kind is not (TokenKind.Words or TokenKind.Letter or TokenKind.Number) && !(token.Kind is TokenKind.Sign && token.Text is "-" or "'" or ".")))
                return null;
            if (token.Spelled(budget) is not { } word)
                return null;
            any |= token.Kind is TokenKind.Words;
            text += (text.Length > 0 && token.Blank ? " " : "") + word;
        }
        return any ? new(text.Trim().TrimEnd('.')) : null;
    }
}
