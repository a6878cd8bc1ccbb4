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
        return AnswerText.Same(AnswerText.Bare(gold), AnswerText.Bare(answer)) ? Same(Grounds.SameText) : Of(new GoldAnswer(gold.ToString()), answer, policy);
    }

    /// <summary>Compares an answer with a gold that is read once for many of them.</summary>
    public static Comparison Of(GoldAnswer gold, ReadOnlySpan<char> answer, ComparisonPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(policy);
        answer = AnswerText.Bare(answer);
        if (AnswerText.Same(gold.Bare, answer))
            return Same(Grounds.SameText);
        if (gold.Bare.Length == 0 || answer.IsEmpty)
            return Unknown;
        if (gold.Numeral is { } wanted && Numeral.TryParse(answer, out var given) && (wanted == given || !policy.Rounds))
            return wanted == given ? Same(Grounds.ExactValues) : Differ(Grounds.ExactValues);
        return new AnswerComparison(policy).Compare(gold, answer.ToString());
    }
}
