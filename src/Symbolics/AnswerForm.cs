namespace Symbolics;

/// <summary>How an answer must be written, beyond having the right value.</summary>
public enum AnswerForm
{
    /// <summary>In any form.</summary>
    Any,

    /// <summary>Fractions of whole numbers in lowest terms.</summary>
    LowestTerms,

    /// <summary>In lowest terms, with no operation between numbers left to do and no square under a root.</summary>
    Simplified,

    /// <summary>As a product of at least as many factors with variables as the gold.</summary>
    Factored,

    /// <summary>Without products or powers of sums.</summary>
    Expanded,
}
