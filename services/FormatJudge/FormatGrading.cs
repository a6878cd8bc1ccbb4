using System.Text.Json;
using Judges.Format.Language;

namespace Judges.Format;

/// <summary>What a template says of a response.</summary>
internal sealed record FormatGrading(ParsedResponse Response, IReadOnlyList<(IFormatCheck Check, Violation? Violation)> Results)
{
    private const int MostSpans = 32;

    // Less than a right structure earns, even when only one check fails.
    private const double MostPartial = 0.9;

    /// <summary>The assistant's turns before this one, where the template says what they must look like.</summary>
    public IReadOnlyList<FormatGrading> Earlier { get; init; } = [];

    /// <param name="input">The turns.</param>
    /// <param name="template">What they must look like.</param>
    /// <param name="finish">How the policy ended, or null where that is not known: then it is no part of the grading.</param>
    public static FormatGrading Of(FormatInput input, FormatTemplate template, FinishReason? finish = null) => Of(input.Last, template, finish) with
    {
        Earlier = template.Earlier is { } earlier ? [.. input.Earlier.Select(turn => Of(turn, earlier))] : [],
    };

    /// <param name="finish">How the policy ended, or null where that is not known: then it is no part of the grading.</param>
    public static FormatGrading Of(string text, FormatTemplate template, FinishReason? finish = null)
    {
        var response = ParsedResponse.Parse(text, template);
        var checks = finish is { } reason ? template.Checks.Append(new Ended("ended", reason)) : template.Checks;
        return new(response, [.. checks.Select(check => (check, check.Check(response)))]);
    }

    public bool Valid => Holds && Earlier.All(static turn => turn.Holds);

    /// <summary>1 for a right structure, else 0.9 × the share of checks that hold, by weight; the mean of all turns.</summary>
    public double Partial => Valid ? 1 : Earlier.Count == 0 ? Share : Earlier.Append(this).Average(static turn => turn.Share);

    /// <summary>
    /// The first failing check's violation; but where a tag is missing and something looks like it, that slip is the better explanation.
    /// </summary>
    public Violation? Violation => Holds ? null
        : Response.NearMisses.Where(IsMissed).Select(static miss => new Violation(Code(miss.Slip!.Value), miss.Start)).FirstOrDefault()
            ?? Results.First(static result => result.Violation is not null).Violation;

    public JsonElement ToJson(LanguageGrading? language = null) => JsonSerializer.SerializeToElement(
        new FormatDetail
        {
            Template = Response.Template.Name,
            Violation = Violation,
            Checks = [.. Results.Select(static result => new CheckResult(result.Check.Name, result.Violation is null))],
            Partial = Partial,
            Blocks = Response.Template.Blocks.SelectMany(Spans).ToDictionary(static block => block.Name, static block => block.Span),
            Turns = Earlier.Count == 0 ? null : [.. Earlier.Select(static turn => new TurnDetail(turn.Holds, turn.Violation))],
            NearMisses = Response.NearMisses is { Count: > 0 } misses
                ? [.. misses.Select(static miss => new NearMiss(miss.Slip!.Value, miss.Tag, miss.Start))]
                : null,
            Language = language?.Reports,
        },
        FormatJson.Default.FormatDetail);

    private bool Holds => Results.All(static result => result.Violation is null);

    private double Share
    {
        get
        {
            var (held, all) = (0.0, 0.0);
            for (var at = 0; at < Results.Count; at++)
            {
                // What is no check of the template, such as how it ended, counts once.
                var weight = at < Response.Template.Weights.Count ? Response.Template.Weights[at] : 1;
                all += weight;
                held += Results[at].Violation is null ? weight : 0;
            }
            return all > 0 ? MostPartial * held / all : 0;
        }
    }

    private bool IsMissed(TagEvent miss) => (miss.Closing ? Response[miss.Tag].Closes : Response[miss.Tag].Opens) == 0;

    private IEnumerable<(string Name, BlockSpan Span)> Spans(Block block) => block.Once
        ? Response.FindAll(block).Select(span => (block.Name, span))
        : Response.FindAll(block).Take(MostSpans).Select((span, at) => ($"{block.Name}[{at}]", span));

    private static string Code(TagSlip slip) => JsonNamingPolicy.CamelCase.ConvertName(slip.ToString());
}
