namespace Symbolics;

/// <summary>Whether two answers mean the same.</summary>
public enum Equivalence
{
    /// <summary>They do.</summary>
    Equal,

    /// <summary>They provably do not.</summary>
    Different,

    /// <summary>Nobody here can tell; never to be treated as <see cref="Equal"/>.</summary>
    Undecided,
}

/// <summary>What an <see cref="Equivalence"/> rests on.</summary>
public enum Grounds
{
    /// <summary>The two texts, without their wrappers, are the same.</summary>
    SameText,

    /// <summary>Both are numerals; their exact values were compared.</summary>
    ExactValues,

    /// <summary>At least one of them is not understood.</summary>
    NotUnderstood,
}

/// <summary>How two answers compare, and why.</summary>
public readonly record struct Comparison(Equivalence Equivalence, Grounds Grounds)
{
    /// <summary>Compares two answers as they were written: LaTeX or plain text, with or without math delimiters.</summary>
    public static Comparison Of(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer)
    {
        gold = AnswerText.Bare(gold);
        answer = AnswerText.Bare(answer);
        if (AnswerText.Same(gold, answer))
            return new(Equivalence.Equal, Grounds.SameText);
        if (Numeral.TryParse(gold, out var wanted) && Numeral.TryParse(answer, out var given))
            return new(wanted == given ? Equivalence.Equal : Equivalence.Different, Grounds.ExactValues);
        return new(Equivalence.Undecided, Grounds.NotUnderstood);
    }
}
