namespace Judges.Format.Language;

/// <summary>The language of each block by itself; of the whole text where the blocks cannot be told.</summary>
internal sealed record LanguageGrading(IReadOnlyDictionary<string, LanguageReport> Reports, LanguageReward Reward)
{
    private static readonly LanguageReward s_plain = new();

    public static LanguageGrading Of(ParsedResponse response, KnownLanguage target, string? prompt, LanguageReward? reward)
    {
        var meter = new LanguageMeter(target, prompt, reward?.Allow);
        var blocks = response.Template.Blocks.Select(block => (block.Name, Span: response.Find(block))).ToArray();
        var reports = blocks.All(static block => block.Span is not null)
            ? blocks.ToDictionary(static block => block.Name, block => meter.Measure(response[block.Span!]))
            : new() { ["response"] = meter.Measure(response.Text) };
        return new(reports, reward ?? s_plain);
    }

    /// <summary>
    /// The lowest score of the blocks that say enough. The first must: else nothing is known of the thought, and the score is 0. A short answer
    /// need not, but one that is all foreign counts however short.
    /// </summary>
    public double Score => Reports.Values.First().Insufficient ? 0 : Reports.Values.Min(report => report switch
    {
        { Insufficient: false } => LanguageScore.Of(report, Reward),
        { ForeignWords: > 0, TargetWords: 0 } => 0,
        _ => 1,
    });
}
