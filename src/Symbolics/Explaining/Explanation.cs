namespace Symbolics;

/// <summary>How two answers were read and why they are, or are not, the same: for people, not for programs.</summary>
public sealed record Explanation
{
    /// <summary>How the gold was read, or null when it was not understood.</summary>
    public required string? Gold { get; init; }

    public required string? Answer { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>One sentence for <see cref="Comparison"/>.</summary>
    public string Reason => (Comparison.Equivalence, Comparison.Grounds) switch
    {
        (Equivalence.Equal, Grounds.SameText) => "they are the same text, or read as the same expression",
        (Equivalence.Equal, Grounds.ExactValues) => "their exact values are the same",
        (Equivalence.Different, Grounds.ExactValues) => "their exact values differ",
        (Equivalence.Equal, Grounds.FieldIdentity) => "their images at random points of two finite fields are the same: an identity, with an error below 2^-64",
        (Equivalence.Different, Grounds.FieldIdentity) => "their images in a finite field differ, and every operation keeps its laws there: no identity",
        (Equivalence.Equal, Grounds.Enclosures) => "interval arithmetic finds no difference above 2^-288 at any sample point",
        (Equivalence.Different, Grounds.Enclosures) => "interval arithmetic finds a place where they certainly differ",
        (Equivalence.Equal, Grounds.Rounding) => "one is a decimal within the policy's tolerance of the other",
        (Equivalence.Different, Grounds.Structure) => "they are of different kinds, or have different members",
        (Equivalence.Different, Grounds.Units) => "their units measure different things",
        (Equivalence.Undecided, Grounds.Units) => "one has a unit or a base that the other lacks, and the policy does not say that it may",
        (Equivalence.Equal, Grounds.Words) => "they are the same words, letter or number in words",
        (Equivalence.Different, Grounds.Words) => "they are different choices, or yes and no",
        (Equivalence.Undecided, Grounds.Words) => "they are different words, which may still mean the same",
        (Equivalence.Undecided, Grounds.Enclosures) => "they agree within 2^-288, but the policy wants a proof",
        (Equivalence.Undecided, _) when Gold is null || Answer is null => "at least one of them was not understood",
        (Equivalence.Undecided, _) => "no method decides it within the budget",
        _ => "their parts compare so",
    };

    /// <summary>Reads and compares as <see cref="Comparison.Of(ReadOnlySpan{char}, ReadOnlySpan{char}, ComparisonPolicy)"/> does.</summary>
    public static Explanation Of(string gold, string answer, ComparisonPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(answer);
        return new() { Gold = Read(gold), Answer = Read(answer), Comparison = Comparison.Of(gold, answer, policy) };
    }

    /// <summary>An expression in the plain notation that other programs read, or null when the text is no expression without a unit.</summary>
    public static string? Plain(string text) =>
        AnswerParser.Parse(AnswerText.Bare(text).ToString(), new(WorkBudget.Default)) is Scalar { Unit: null, Percent: false } scalar
            ? Printed.Of(scalar.Value).Replace('·', '*').Replace("π", "pi", StringComparison.Ordinal) : null;

    private static string? Read(string text)
    {
        var bare = AnswerText.Bare(text).ToString();
        if (Numeral.TryParse(bare, out var number))
            return $"the number {number}";
        return AnswerParser.Parse(bare, new(WorkBudget.Default)) is { } answer ? Printed.Of(answer) : null;
    }
}
