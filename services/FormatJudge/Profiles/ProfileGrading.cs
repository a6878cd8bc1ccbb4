using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Format.Lengths;

namespace Judges.Format.Profiles;

/// <summary>What a profile says of a request, as a verdict says it.</summary>
internal sealed record ProfileGrading(Outcome Outcome, double? Reward, ProfileDetail Detail)
{
    public static ProfileGrading Of(IFormatProfile profile, GradeFormat request)
    {
        var sample = new ProfileSample(request.Response, new ProfileParams(request.Params))
        {
            Messages = request.Messages,
            Tokens = request.Tokens,
            TokenIds = request.TokenIds,
        };
        return profile switch
        {
            IScoreProfile scoring => Of(scoring, sample),
            IMeasureProfile measuring => Of(profile, measuring.Measure(sample)),
            IExtractProfile extracting => Of(profile, extracting.Extract(sample)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ProfileGrading Of(IScoreProfile profile, ProfileSample sample)
    {
        if (profile.Score(sample) is not { } score)
            throw new ProfileException($"`{profile.Name}` does not score this sample");
        var place = Place(profile, score, profile.Range(sample.Parameters));
        return new(place >= 1 ? Outcome.Accepted : Outcome.Malformed, place, new(profile.Name, profile.Source) { Score = score });
    }

    private static ProfileGrading Of(IFormatProfile profile, Measurement measured)
    {
        var place = Place(profile, measured.Score, (measured.Worst, measured.Best));
        // Nothing is wrong with a response that is long: it only earns less.
        return new(place >= 1 ? Outcome.Accepted : place > 0 ? Outcome.PartiallyCorrect : Outcome.Malformed, place,
            new(profile.Name, profile.Source) { Score = measured.Score, Value = JsonSerializer.SerializeToElement(measured.Evidence, FormatJson.Default.JsonNode) });
    }

    // Where there is nothing between worst and best, the best is reached or it is not.
    private static double Place(IFormatProfile profile, double score, (double Worst, double Best) range) => !double.IsFinite(score)
        ? throw new ProfileException($"`{profile.Name}` gives no finite score with these parameters")
        : range.Best > range.Worst ? Math.Clamp((score - range.Worst) / (range.Best - range.Worst), 0, 1) : score >= range.Best ? 1 : 0;

    private static ProfileGrading Of(IFormatProfile profile, JsonNode? value) => value is null
        ? new(Outcome.NoAnswer, 0, new(profile.Name, profile.Source))
        : new(Outcome.Accepted, 1, new(profile.Name, profile.Source) { Value = JsonSerializer.SerializeToElement(value, FormatJson.Default.JsonNode) });
}

/// <summary>The evidence of a profile.</summary>
internal sealed record ProfileDetail(string Profile, string Source)
{
    /// <summary>The peer's own score.</summary>
    public double? Score { get; init; }

    /// <summary>What the peer's parser extracts, or what a measure counted.</summary>
    public JsonElement? Value { get; init; }
}
