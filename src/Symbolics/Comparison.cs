namespace Symbolics;

/// <summary>How two answers compare, and why.</summary>
public readonly record struct Comparison(Equivalence Equivalence, Grounds Grounds)
{
    internal static readonly Comparison Unknown = new(Equivalence.Undecided, Grounds.NotUnderstood);

    internal static Comparison Same(Grounds grounds) => new(Equivalence.Equal, grounds);

    internal static Comparison Differ(Grounds grounds) => new(Equivalence.Different, grounds);

    /// <summary>Compares two answers as they were written: LaTeX or plain text, with or without math delimiters.</summary>
    public static Comparison Of(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer) => Of(gold, answer, ComparisonPolicy.Default);

    /// <summary>Compares two answers under a policy.</summary>
    public static Comparison Of(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer, ComparisonPolicy policy)
    {
        // Most answers are the gold's text or clearly not: a gold that is read for one comparison only need not be kept.
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Form is AnswerForm.Any && AnswerText.Same(AnswerText.Bare(gold), AnswerText.Bare(answer)) ? Same(Grounds.SameText) : Of(new GoldAnswer(gold.ToString()), answer, policy);
    }

    /// <summary>Compares an answer with a gold that is read once for many of them.</summary>
    public static Comparison Of(GoldAnswer gold, ReadOnlySpan<char> answer, ComparisonPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(policy);
        answer = AnswerText.Bare(answer);
        var result = InAnyForm(gold, answer, policy);
        if (policy.Form is AnswerForm.Any || result.Equivalence is not Equivalence.Equal)
            return result;
        var budget = new WorkBudget(WorkBudget.Default);
        return gold.Read(budget) is { } wanted && AnswerParser.Parse(answer.ToString(), budget) is { } given && AnswerForms.Holds(policy.Form, wanted, given, budget) ? result : new(Equivalence.Undecided, Grounds.Form);
    }

    private static Comparison InAnyForm(GoldAnswer gold, ReadOnlySpan<char> answer, ComparisonPolicy policy)
    {
        if (AnswerText.Same(gold.Bare, answer))
            return Same(Grounds.SameText);
        if (gold.Bare.Length == 0 || answer.IsEmpty)
            return Unknown;
        if (gold.Numeral is { } wanted && Numeral.TryParse(answer, out var given) && (wanted == given || !policy.Rounds))
            return wanted == given ? Same(Grounds.ExactValues) : Differ(Grounds.ExactValues);
        var result = new AnswerComparison(policy).Compare(gold, answer.ToString());
        return result.Equivalence is Equivalence.Equal || !policy.DecimalComma || WithPoint(answer) is not { } decimals ? result : new AnswerComparison(policy).Compare(gold, decimals);
    }

    // 1000,99 and 2,74 $; three digits behind a comma are thousands.
    private static string? WithPoint(ReadOnlySpan<char> answer)
    {
        var comma = answer.IndexOf(',');
        if (comma <= 0 || answer[..comma].ContainsAnyExceptInRange('0', '9'))
            return null;
        var end = comma + 1;
        while (end < answer.Length && char.IsAsciiDigit(answer[end]))
            end++;
        return end - comma is 2 or 3 && answer[end..].Trim(" $€%").IsEmpty ? $"{answer[..comma]}.{answer[(comma + 1)..]}" : null;
    }
}
