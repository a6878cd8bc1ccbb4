using Symbolics;

namespace Judges.Mathematics;

/// <summary>What a request's policy says about finding and comparing answers.</summary>
internal readonly record struct GradingRules(string? Name, ExtractionScope Scope, ComparisonPolicy Comparison)
{
    public static GradingRules Of(GradeMath request)
    {
        if (request.Credit is MathCredit.Digits)
            return new(null, ExtractionScope.LastBox, ComparisonPolicy.Strict);
        return Of(request.Policy);
    }

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
