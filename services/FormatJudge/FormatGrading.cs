using System.Text.Json;
using Judges.Format.Language;

namespace Judges.Format;

/// <summary>What a template says of a response.</summary>
internal sealed record FormatGrading(ParsedResponse Response, IReadOnlyList<(IFormatCheck Check, Violation? Violation)> Results)
{
    // Less than a right structure earns, even when only one check fails.
    private const double MostPartial = 0.9;
    /// <param name="finish">How the policy ended, or null where that is not known: then it is no part of the grading.</param>
    public static FormatGrading Of(string text, FormatTemplate template, FinishReason? finish = null)
    {
        var response = ParsedResponse.Parse(text, template);
        var checks = finish is { } reason ? template.Checks.Append(new Ended("ended", reason)) : template.Checks;
        return new(response, [.. checks.Select(check => (check, check.Check(response)))]);
    }

    public bool Valid => Results.All(static result => result.Violation is null);

    /// <summary>1 for a right structure, else 0.9 × the share of checks that hold.</summary>
    public double Partial => Valid ? 1 : MostPartial * Results.Count(static result => result.Violation is null) / Results.Count;

    /// <summary>
    /// The first failing check's violation; but where a tag is missing and something looks like it, that slip is the better explanation.
    /// </summary>
    public Violation? Violation => Valid ? null
        : Response.NearMisses.Where(IsMissed).Select(static miss => new Violation(Code(miss.Slip!.Value), miss.Start)).FirstOrDefault()
            ?? Results.First(static result => result.Violation is not null).Violation;

    public JsonElement ToJson(LanguageGrading? language = null) => JsonSerializer.SerializeToElement(
        new FormatDetail
        {
            Template = Response.Template.Name,
            Violation = Violation,
            Checks = [.. Results.Select(static result => new CheckResult(result.Check.Name, result.Violation is null))],
            Partial = Partial,
            Blocks = Response.Template.Blocks
                .Select(block => (block.Name, Span: Response.Find(block)))
                .Where(static block => block.Span is not null)
                .ToDictionary(static block => block.Name, static block => block.Span!),
            NearMisses = Response.NearMisses is { Count: > 0 } misses
                ? [.. misses.Select(static miss => new NearMiss(miss.Slip!.Value, miss.Tag, miss.Start))]
                : null,
            Language = language?.Reports,
        },
        FormatJson.Default.FormatDetail);

    private bool IsMissed(TagEvent miss) => (miss.Closing ? Response[miss.Tag].Closes : Response[miss.Tag].Opens) == 0;

    private static string Code(TagSlip slip) => JsonNamingPolicy.CamelCase.ConvertName(slip.ToString());
}
