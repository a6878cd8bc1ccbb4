namespace Symbolics;

/// <summary>Whether an answer is written in the form that a policy asks for.</summary>
internal static class AnswerForms
{
    public static bool Holds(AnswerForm form, Answer gold, Answer answer, WorkBudget budget) => form switch
    {
        AnswerForm.LowestTerms => All(answer, static expr => expr is not Quotient quotient || IsLowest(quotient)),
        AnswerForm.Simplified => All(answer, expr => IsSimple(expr, budget)),
        AnswerForm.Factored => Factors(answer) is > 0 and var found && found >= Factors(gold),
        AnswerForm.Expanded => All(answer, static expr => !IsUnexpanded(expr)),
        _ => true,
    };

    private static bool All(Answer answer, Func<Expr, bool> holds) => answer switch
    {
        Scalar scalar => !Parts.Any(scalar.Value, expr => !holds(expr)),
        Sequence sequence => sequence.Items.All(item => All(item, holds)),
        Combined combined => combined.Items.All(item => All(item, holds)),
        Relation relation => relation.Sides.All(side => All(side, holds)),
        Matrix matrix => matrix.Rows.All(row => row.All(cell => All(cell, holds))),
        _ => true,
    };

    private static bool IsLowest(Quotient quotient) =>
        (quotient.Over, quotient.Under) is not (Number over, Number under)
        || (over.Value.IsInteger && under.Value.IsInteger && under.Value > new Rational(1) && System.Numerics.BigInteger.GreatestCommonDivisor(over.Value.Numerator, under.Value.Numerator).IsOne);

    private static bool IsSimple(Expr expr, WorkBudget budget) => expr switch
    {
        Quotient { Under: Number { Value: var one } } when one == new Rational(1) => false,
        Quotient quotient => IsLowest(quotient),
        Sum sum => sum.Terms.Count(static term => term is Number or Quotient { Over: Number, Under: Number }) < 2,
        Product product => product.Factors.Count(static factor => factor is Number { Value: var value } && value != new Rational(-1) || factor is Quotient { Over: Number, Under: Number }) < 2,
        Power { Base: Number, Exponent: Number } or Call { Name: not "sqrt" } => new ExactValue(budget).Of(expr) is not { } value || value.Bits > 64,
        Call { Name: "sqrt", Arguments: [Number radicand] } => IsSquareFree(radicand.Value),
        _ => true,
    };

    private static bool IsSquareFree(Rational value)
    {
        if (!value.IsInteger || value.Sign <= 0 || value == new Rational(1))
            return false;
        for (var i = 2; i < 1000 && new Rational(i * i) <= value; i++)
        {
            if ((value.Numerator % (i * i)).IsZero)
                return false;
        }
        return Integers.SquareRoot(value.Numerator) is var root && root * root != value.Numerator;
    }

    // Factors with variables, powers counted as often as they say.
    private static int Factors(Answer answer) => answer is Scalar { Value: var value } ? Factors(value) : answer is Relation { Sides: [.., Scalar { Value: var side }] } ? Factors(side) : 0;

    private static int Factors(Expr expr) => expr switch
    {
        _ when Renaming.Variables(expr).Count == 0 => 0,
        Product product => product.Factors.Sum(Factors),
        Power { Exponent: Number { Value: { Denominator.IsOne: true, Sign: > 0 } n } } power when n < new Rational(1000) => (int)n.Numerator * Factors(power.Base),
        Quotient quotient => Factors(quotient.Over),
        _ => 1,
    };

    private static bool IsUnexpanded(Expr expr) => expr switch
    {
        Product product => product.Factors.Any(static factor => factor is Sum),
        Power { Base: Sum, Exponent: Number { Value: { Denominator.IsOne: true, Sign: > 0 } } } => true,
        _ => false,
    };
}
