namespace Symbolics;

/// <summary>
/// Solutions with an alternating sign, <c>(-1)^k π/6 + kπ</c>, as two classes without: one for even, one for odd integers. For integers
/// (-1)^n is 1 or -1, which at the points between them it is not.
/// </summary>
internal static class Parity
{
    /// <summary>The items, those with an alternating sign replaced by two.</summary>
    public static IReadOnlyList<Answer> Split(IReadOnlyList<Answer> items, string name) =>
        items.Any(item => Alternates(item, name)) ? [.. items.SelectMany(item => Alternates(item, name) ? [Half(item, name, 0), Half(item, name, 1)] : (Answer[])[item])] : items;

    private static bool Alternates(Answer item, string name) => item switch
    {
        Scalar scalar => Parts.Any(scalar.Value, part => Sign(part, name, 0) is not null),
        Relation { Signs: ["="], Sides: [Scalar, Scalar right] } => Alternates(right, name),
        _ => false,
    };

    // The item for 2k or 2k + 1.
    private static Answer Half(Answer item, string name, int odd) => item switch
    {
        Scalar scalar => scalar with { Value = Renaming.Of(WithSigns(scalar.Value, name, odd), name, new Sum([new Product([Number.Of(2), new Symbol(name)]), Number.Of(odd)])) },
        Relation relation => relation with { Sides = [relation.Sides[0], Half(relation.Sides[1], name, odd)] },
        _ => item,
    };

    private static Expr WithSigns(Expr expr, string name, int odd) => Sign(expr, name, odd) ?? expr switch
    {
        Sum sum => new Sum([.. sum.Terms.Select(term => WithSigns(term, name, odd))]),
        Product product => new Product([.. product.Factors.Select(factor => WithSigns(factor, name, odd))]),
        Quotient quotient => new Quotient(WithSigns(quotient.Over, name, odd), WithSigns(quotient.Under, name, odd)),
        _ => expr,
    };

    // (-1)^n for an exponent a + b k with whole a and b: what it is where k is even, or odd.
    private static Number? Sign(Expr expr, string name, int odd)
    {
        if (expr is not Power { Base: Number { Value: var radix }, Exponent: var exponent } || radix != new Rational(-1) || !Renaming.Variables(exponent).SetEquals([name])
            || At(0) is not { IsInteger: true } zero || At(1) is not { IsInteger: true } one || At(2) is not { } two || two - one != one - zero)
            return null;
        return Number.Of((odd == 0 ? zero : one).Numerator.IsEven ? 1 : -1);

        Rational? At(int place) => new ExactValue(new(WorkBudget.Default), new Dictionary<string, Rational> { [name] = new(place) }).Of(exponent);
    }
}
