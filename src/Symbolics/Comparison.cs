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
        ArgumentNullException.ThrowIfNull(policy);
        gold = AnswerText.Bare(gold);
        answer = AnswerText.Bare(answer);
        if (AnswerText.Same(gold, answer))
            return Same(Grounds.SameText);
        if (gold.IsEmpty || answer.IsEmpty)
            return Unknown;
        if (Numeral.TryParse(gold, out var wanted) && Numeral.TryParse(answer, out var given) && (wanted == given || !policy.Rounds))
            return wanted == given ? Same(Grounds.ExactValues) : Differ(Grounds.ExactValues);
        return new AnswerComparison(policy).Compare(gold.ToString(), answer.ToString());
    }
}
