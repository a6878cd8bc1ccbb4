namespace Symbolics;

/// <summary>Choice letters, names and words.</summary>
internal static class Lettering
{
    private static readonly string[] s_wrappers = [@"\text{", @"\textbf{", @"\mathrm{", @"\mathbf{", @"\textit{", @"\mbox{", @"\rm{", @"\mathit{", @"\textnormal{"];

    /// <summary>A verdict where letters alone decide: a gold that is a choice letter, several of them, or a name in capitals.</summary>
    public static Comparison? Compare(string gold, string answer, ComparisonPolicy policy)
    {
        var (wanted, given) = (Plain(gold), Plain(answer));
        if (Choice(wanted, alone: true) is { } letter && Choice(given, alone: false) is { } chosen)
            return letter == chosen ? Comparison.Same(Grounds.Words) : Comparison.Differ(Grounds.Words);
        // "(A) 5" as the gold, and the letter alone.
        if (Choice(Led(wanted), alone: false) is { } led && Choice(given, alone: true) is { } only)
            return led == only ? Comparison.Same(Grounds.Words) : Comparison.Differ(Grounds.Words);
        if (Letters(wanted) is { } letters && Letters(given) == letters)
            return Comparison.Same(Grounds.Words);
        if (Truth(wanted) is not null && Truth(given) is not null)
            return Words(wanted, given, policy);
        if (Dates.Parse(wanted) is not null && Dates.Parse(given) is not null)
            return Words(wanted, given, policy);
        if (NumberOf(wanted) is not null || NumberOf(given) is not null)
            return NumberOf(wanted) == NumberOf(given) ? Comparison.Same(Grounds.Words)
                : AsNumber(wanted) == AsNumber(given) && AsNumber(given) is not null ? Comparison.Same(Grounds.Words) : Comparison.Unknown;
        // Letters that are a name are not a product: AB is not BA.
        if (IsName(wanted) && IsName(given))
            return Words(wanted, given, policy);
        return null;
    }

    public static Comparison Words(string gold, string answer, ComparisonPolicy policy)
    {
        var (wanted, given) = (Normal(gold), Normal(answer));
        var comparison = policy.CaseMatters ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (wanted.Length > 0 && (string.Equals(wanted, given, comparison) || (IsNothing(wanted) && IsNothing(given))))
            return Comparison.Same(Grounds.Words);
        if (Dates.Parse(wanted) is { } day && Dates.Parse(given) is { } other)
            return day == other ? Comparison.Same(Grounds.Words) : day.Month == other.Month && day.Day == other.Day && (day.Year ?? other.Year) == (other.Year ?? day.Year)
                ? policy.UnitsRequired ? new(Equivalence.Undecided, Grounds.Words) : Comparison.Same(Grounds.Words) : Comparison.Differ(Grounds.Words);
        var opposite = (Truth(wanted), Truth(given)) is ({ } left, { } right) && left != right;
        return opposite ? Comparison.Differ(Grounds.Words) : new(Equivalence.Undecided, Grounds.Words);
    }

    public static int? NumberOf(string text) => NumberWords.Parse(text.Trim());

    private static Rational? AsNumber(string text) => NumberOf(text) is { } number ? new Rational(number) : Numeral.TryParse(text, out var value) ? value : null;

    private static bool? Truth(string text) => text.ToUpperInvariant() switch { "YES" or "TRUE" => true, "NO" or "FALSE" => false, _ => null };

    private static bool IsName(string text) =>
        text.Length > 1 && text.All(static c => char.IsLetter(c) || c is ' ' or '-') && (text.Any(char.IsUpper) || text.Length > 3);

    // C, (C), C., (C) 42: the letter from A to J.
    private static char? Choice(string text, bool alone)
    {
        var bracket = text is ['(', _, ')', ..];
        if (bracket)
            text = text[1] + text[3..].TrimStart();
        if (text is not [>= 'A' and <= 'J', ..])
            return null;
        if (text.Length == 1 || text is [_, '.' or ':' or ')'])
            return text[0];
        // "D, since …": what follows is prose and names no other letter.
        if (!alone && text is [_, ',', ' ', >= 'a' and <= 'z', >= 'a' and <= 'z', ..] && !NamesChoice(text[3..]))
            return text[0];
        return !alone && (bracket || text[1] is '.' or ':' or ')' or '：' or '．') ? text[0] : null;
    }

    // Several letters in one order, whatever stands between them: AC, A, C and "A and C".
    private static string? Letters(string text)
    {
        if (text.Length > 40 || text.AsSpan().IndexOfAnyInRange('A', 'H') < 0)
            return null;
        foreach (var between in (ReadOnlySpan<string>)["and", "&", ",", "、", "，", "和", " "])
            text = text.Replace(between, "", StringComparison.Ordinal);
        return text.Length is > 1 and <= 8 && text.AsSpan().IndexOfAnyExceptInRange('A', 'H') < 0 ? text : null;
    }

    private static bool NamesChoice(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= 'A' and <= 'J' && (i == 0 || !char.IsLetter(text[i - 1])) && (i + 1 == text.Length || !char.IsLetter(text[i + 1])))
                return true;
        }
        return false;
    }

    /// <summary>Whether the words say that there is nothing that solves it.</summary>
    public static bool IsNothing(string text) => Normal(text).ToUpperInvariant() is "NO SOLUTION" or "NO SOLUTIONS" or "NO REAL SOLUTION" or "NO REAL SOLUTIONS" or "EMPTY SET" or "THE EMPTY SET" or "无解" or "空集";

    private static string Normal(string text) => Plainly(text) is var plain && plain is "DNE" ? "does not exist" : plain;

    private static string Plainly(string text) => string.Join(' ', text.Split((char[])[' ', '\t', '\n', '~'], StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '"', '\'', '!');

    // \text{(A) } 5 without the wrapper of its beginning.
    private static string Led(string text)
    {
        foreach (var wrapper in s_wrappers)
        {
            if (text.StartsWith(wrapper, StringComparison.Ordinal) && text.AsSpan(wrapper.Length) is ['(', _, ')', ..])
                return text[wrapper.Length..];
        }
        return text;
    }

    /// <summary>The text without a wrapper around the whole of it.</summary>
    private static string Plain(string text)
    {
        text = text.Trim();
        foreach (var wrapper in s_wrappers)
        {
            if (text.StartsWith(wrapper, StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1)
                text = text[wrapper.Length..^1].Trim();
        }
        return text.TrimEnd('.');
    }
}
