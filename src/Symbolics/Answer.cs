namespace Symbolics;

/// <summary>What an answer is: a value or a structure of values.</summary>
internal abstract record Answer
{
    private protected Answer()
    {
    }
}

/// <summary>A value, perhaps with a unit. <paramref name="Percent"/>: it was written with a percent sign, which its value takes into account.</summary>
internal sealed record Scalar(Expr Value, string? Unit = null, bool Percent = false) : Answer;

internal enum SequenceKind
{
    /// <summary>Members without brackets.</summary>
    List,

    /// <summary>Members in braces.</summary>
    Set,

    /// <summary>Members in round or square brackets; two of them can also be an interval.</summary>
    Tuple,
}

internal sealed record Sequence(SequenceKind Kind, IReadOnlyList<Answer> Items, char Open = ' ', char Close = ' ') : Answer;

/// <summary>Sets joined by one operation: ∪, ∩ or ∖.</summary>
internal sealed record Combined(string Operation, IReadOnlyList<Answer> Items) : Answer;

/// <summary>Sides and the relations between them, from left to right.</summary>
internal sealed record Relation(IReadOnlyList<Answer> Sides, IReadOnlyList<string> Signs) : Answer;

internal sealed record Matrix(IReadOnlyList<IReadOnlyList<Answer>> Rows) : Answer;

/// <summary>a : b : c, or a time of day.</summary>
internal sealed record Ratio(IReadOnlyList<Expr> Items, bool ClockLike) : Answer;

/// <summary>A class modulo a number.</summary>
internal sealed record Residue(Expr Value, Expr Modulus) : Answer;

/// <summary>Digits in a base.</summary>
internal sealed record Based(string Digits, Rational Radix, Rational Value) : Answer;

/// <summary>The elements for which a condition holds: <c>{x | x &gt; 0}</c>.</summary>
internal sealed record Builder(Answer Element, Answer Condition) : Answer;

/// <summary>Answers for every integer value of their parameters; <paramref name="Natural"/>: only for those that are not negative.</summary>
internal sealed record Family(IReadOnlyList<Answer> Items, IReadOnlyList<string> Parameters, bool Natural) : Answer;

/// <summary>A value and when it holds; without a condition it holds wherever no other does.</summary>
internal sealed record Case(Answer Value, Answer? Condition) : Answer;

internal sealed record Piecewise(IReadOnlyList<Case> Cases) : Answer;

/// <summary>A time of day in seconds. <paramref name="Half"/>: whether it says am or pm.</summary>
internal sealed record Clock(int Seconds, bool Half) : Answer;

/// <summary>Words with formulas between them.</summary>
internal sealed record Statement(IReadOnlyList<Answer> Parts) : Answer;

/// <summary>Words, in lower case where case does not matter.</summary>
internal sealed record Wording(string Text) : Answer;
