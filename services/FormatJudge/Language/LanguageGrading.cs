namespace Judges.Format.Language;

/// <summary>The language of each block by itself; of the whole text where the blocks cannot be told.</summary>
internal sealed record LanguageGrading(IReadOnlyDictionary<string, LanguageReport> Reports)
{
    public static LanguageGrading Of(ParsedResponse response, KnownLanguage target, string? prompt)
    {
        var meter = new LanguageMeter(target, prompt);
        var blocks = response.Template.Blocks.Select(block => (block.Name, Span: response.Find(block))).ToArray();
        return blocks.All(static block => block.Span is not null)
            ? new(blocks.ToDictionary(static block => block.Name, block => meter.Measure(response[block.Span!])))
            : new(new Dictionary<string, LanguageReport> { ["response"] = meter.Measure(response.Text) });
    }

    /// <summary>
    /// The lowest ratio of the blocks that say enough. The first must: else nothing is known of the thought, and the score is 0. A short answer
    /// need not, but one that is all foreign counts however short.
    /// </summary>
    public double Score => Reports.Values.First().Insufficient ? 0 : Reports.Values.Min(static report => report switch
    {
        { Ratio: { } ratio } => ratio,
        { ForeignWords: > 0, TargetWords: 0 } => 0,
        _ => 1,
    });
}
