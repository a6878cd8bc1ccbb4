using System.Diagnostics;
using Symbolics;

namespace Judges.Mathematics;

/// <summary>What a request's policy says about finding and comparing answers.</summary>
internal readonly record struct GradingRules(string? Name, ExtractionScope Scope, ComparisonPolicy Comparison, MathRules? Changes = null)
{
    public static GradingRules Of(GradeMath request)
    {
        if (request.Credit is MathCredit.Digits)
            return new(null, ExtractionScope.LastBox, ComparisonPolicy.Strict);
        var rules = Of(request.Policy);
        return request.Rules is { } changes ? rules with { Comparison = Changed(rules.Comparison, changes), Changes = changes } : rules;
    }

    private static ComparisonPolicy Changed(ComparisonPolicy policy, MathRules rules) => policy with
    {
        RelativeTolerance = rules.RelativeTolerance ?? policy.RelativeTolerance,
        AbsoluteTolerance = rules.AbsoluteTolerance ?? policy.AbsoluteTolerance,
        RoundedDecimals = rules.RoundedDecimals ?? policy.RoundedDecimals,
        PercentOrNumber = rules.PercentOrNumber ?? policy.PercentOrNumber,
        // Who requires units does not ignore them, and the other way round.
        UnitsRequired = rules.UnitsRequired ?? (policy.UnitsRequired && rules.UnitsIgnored is not true),
        UnitsIgnored = rules.UnitsIgnored ?? (policy.UnitsIgnored && rules.UnitsRequired is not true),
        OrderedLists = rules.OrderedLists ?? policy.OrderedLists,
        CaseMatters = rules.CaseMatters ?? policy.CaseMatters,
        TuplesAreSets = rules.TuplesAreSets ?? policy.TuplesAreSets,
        BaseOptional = rules.BaseOptional ?? policy.BaseOptional,
        DecimalComma = rules.DecimalComma ?? policy.DecimalComma,
        UpToConstant = rules.UpToConstant ?? policy.UpToConstant,
        Form = rules.Form switch
        {
            null => policy.Form,
            MathForm.Any => AnswerForm.Any,
            MathForm.LowestTerms => AnswerForm.LowestTerms,
            MathForm.Simplified => AnswerForm.Simplified,
            MathForm.Factored => AnswerForm.Factored,
            MathForm.Expanded => AnswerForm.Expanded,
            var other => throw new UnreachableException($"{other} is no form"),
        },
    };

    public static GradingRules Of(MathPolicy? policy)
    {
        var (comparison, scope) = policy switch
        {
            MathPolicy.Strict => (ComparisonPolicy.Strict, ExtractionScope.Marked),
            MathPolicy.MathVerify => (ComparisonPolicy.MathVerify, ExtractionScope.Anything),
            MathPolicy.PrimeMath => (ComparisonPolicy.PrimeMath, ExtractionScope.LastBox),
            MathPolicy.Hendrycks => (ComparisonPolicy.Hendrycks, ExtractionScope.LastBox),
            MathPolicy.Minerva => (ComparisonPolicy.Minerva, ExtractionScope.Anything),
            MathPolicy.OlympiadBench => (ComparisonPolicy.OlympiadBench, ExtractionScope.MarkedOrAnnounced),
            _ => (ComparisonPolicy.Default, ExtractionScope.MarkedOrAnnounced),
        };
        return new(comparison.Name, scope, comparison);
    }
}
