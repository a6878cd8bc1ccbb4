namespace Symbolics;

/// <summary>Antiderivatives, which are known up to a constant.</summary>
internal sealed partial class AnswerComparison
{
    /// <summary>
    /// ∫ f dx as the gold is answered by F + C where F' = f; under a policy that says so, F + C is also answered by G + K where F - G is constant.
    /// Null where neither is asked.
    /// </summary>
    private Comparison? CompareAntiderivatives(Expr gold, Expr answer)
    {
        if (gold is Integral { From: null, Body: var body, Variable: var variable })
            return BesideConstant(answer, variable) is { } primitive ? CompareSlopes(primitive, body, variable) : null;
        if (!_policy.UpToConstant || Renaming.Variables(gold) is not { Count: > 1 } names || BesideConstant(gold) is not { } wanted || BesideConstant(answer) is not { } given)
            return null;
        names = Renaming.Variables(wanted);
        if (names.Count == 0 || !names.SetEquals(Renaming.Variables(given)))
            return Comparison.Unknown;
        var grounds = Grounds.ExactValues;
        foreach (var name in names)
        {
            if (Derivation.Of(wanted, name) is not { } slope || CompareSlopes(given, slope, name) is not { Equivalence: Equivalence.Equal } same)
                return Comparison.Unknown;
            grounds = Weaker(grounds, same.Grounds);
        }
        return Comparison.Same(grounds);
    }

    private Comparison CompareSlopes(Expr primitive, Expr slope, string variable) =>
        Derivation.Of(primitive, variable) is { } found ? _scalars.Compare(slope, found) : Comparison.Unknown;

    // What stands beside the constant of integration: F of F + C. The constant is a term of its own and stands nowhere else.
    private static Sum? BesideConstant(Expr expr, string? variable = null)
    {
        if (expr is not Sum { Terms: var terms } || terms.Where(static term => term is Symbol { Name: "C" or "c" or "K" or "k" or "C_1" or "c_1" }).ToList() is not [Symbol constant] || constant.Name == variable)
            return null;
        var rest = new Sum([.. terms.Where(term => !ReferenceEquals(term, constant))]);
        return Renaming.Variables(rest).Contains(constant.Name) ? null : rest;
    }
}
