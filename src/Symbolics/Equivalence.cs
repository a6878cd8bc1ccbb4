namespace Symbolics;

/// <summary>Whether two answers mean the same.</summary>
public enum Equivalence
{
    /// <summary>They do.</summary>
    Equal,

    /// <summary>They do not.</summary>
    Different,

    /// <summary>Nobody here can tell; never to be treated as <see cref="Equal"/>.</summary>
    Undecided,
}

/// <summary>What an <see cref="Equivalence"/> rests on.</summary>
public enum Grounds
{
    /// <summary>The two texts, without their wrappers, are the same, or read as the same expression part by part.</summary>
    SameText,

    /// <summary>Both are rational numbers; their exact values were compared.</summary>
    ExactValues,

    /// <summary>Images in two finite fields at random points: the error is below 2^-64.</summary>
    FieldIdentity,

    /// <summary>Interval arithmetic: a difference is certain; equality means agreement within 2^-288.</summary>
    Enclosures,

    /// <summary>One is a decimal that the other rounds to; only under policies that allow it.</summary>
    Rounding,

    /// <summary>They are of different kinds, or have different numbers of members.</summary>
    Structure,

    /// <summary>Units, percent signs or bases do not fit each other.</summary>
    Units,

    /// <summary>Words, names or choice letters.</summary>
    Words,

    /// <summary>The values agree, but not the form that the policy asks for.</summary>
    Form,

    /// <summary>At least one of them is not understood, or no method decides.</summary>
    NotUnderstood,
}
