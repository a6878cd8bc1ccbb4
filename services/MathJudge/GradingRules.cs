using Symbolics;

namespace Judges.Mathematics;

/// <summary>What a request's policy says about finding and comparing answers.</summary>
internal readonly record struct GradingRules(string? Name, ExtractionScope Scope, ComparisonPolicy Comparison)
{
    public static GradingRules Of(GradeMath request)
    {
        if (request.Credit is MathCredit.Digits)
            return new(null, ExtractionScope.Marked, ComparisonPolicy.Strict);
        var (comparison, scope) = request.Policy switch
        {
            MathPolicy.Strict => (ComparisonPolicy.Strict, ExtractionScope.Marked),
            MathPolicy.MathVerify => (ComparisonPolicy.MathVerify, ExtractionScope.Anything),
            MathPolicy.PrimeMath => (ComparisonPolicy.PrimeMath, ExtractionScope.Marked),
            MathPolicy.Hendrycks => (ComparisonPolicy.Hendrycks, ExtractionScope.Marked),
            MathPolicy.Minerva => (ComparisonPolicy.Minerva, ExtractionScope.Anything),
            MathPolicy.OlympiadBench => (ComparisonPolicy.OlympiadBench, ExtractionScope.Announced),
            _ => (ComparisonPolicy.Default, ExtractionScope.Announced),
        };
        return new(comparison.Name, scope, comparison);
    }
}
