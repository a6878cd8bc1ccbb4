namespace Symbolics;

internal enum TokenKind
{
    /// <summary>A numeral; its value is in <see cref="Token.Value"/>.</summary>
    Number,

    /// <summary>A letter, plain, Greek or decorated: a variable.</summary>
    Letter,

    /// <summary>A LaTeX command without its backslash, or a plain word that means one (sqrt, pi, sin).</summary>
    Command,

    /// <summary>A sign of one character: operators, relations, separators.</summary>
    Sign,

    Open,
    Close,

    /// <summary>Words: \text{…}, or letters that are no mathematics.</summary>
    Words,
}

/// <summary>A piece of an answer and where it stands in it.</summary>
/// <param name="Blank">Whether blanks stand before it.</param>
/// <param name="Decimals">Of a number: how many digits stand behind its point; -1 without one.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Length, bool Blank, Rational Value = default, int Decimals = -1)
{
    public bool Is(TokenKind kind, string text) => Kind == kind && Text == text;

    public bool IsSign(string text) => Kind is TokenKind.Sign && Text == text;

    public bool IsCommand(string text) => Kind is TokenKind.Command && Text == text;

    /// <summary>What it says, or null when that is a number too long for what is left of the budget.</summary>
    public string? Spelled(WorkBudget budget) => Kind is not TokenKind.Number ? Text : budget.TakeSpelling(Value.Bits) ? Value.ToString() : null;

    public bool IsPlainDigits => Kind is TokenKind.Number && Decimals < 0 && Text.Length > 0 && Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
