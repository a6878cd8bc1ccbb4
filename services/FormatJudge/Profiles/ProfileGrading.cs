using System.Text.Json;
using System.Text.Json.Nodes;

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
            IExtractProfile extracting => Of(profile, extracting.Extract(sample)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ProfileGrading Of(IScoreProfile profile, ProfileSample sample)
    {
        if (profile.Score(sample) is not { } score)
            throw new ProfileException($"`{profile.Name}` does not score this sample");
        if (!double.IsFinite(score))
            throw new ProfileException($"`{profile.Name}` gives no finite score with these parameters");
        var (worst, best) = profile.Range(sample.Parameters);
        // Where there is nothing between worst and best, the best is reached or it is not.
        var place = best > worst ? Math.Clamp((score - worst) / (best - worst), 0, 1) : score >= best ? 1 : 0;
        return new(place >= 1 ? Outcome.Accepted : Outcome.Malformed, place, new(profile.Name, profile.Source) { Score = score });
    }

    private static ProfileGrading Of(IFormatProfile profile, JsonNode? value) => value is null
        ? new(Outcome.NoAnswer, 0, new(profile.Name, profile.Source))
        : new(Outcome.Accepted, 1, new(profile.Name, profile.Source) { Value = JsonSerializer.SerializeToElement(value, FormatJson.Default.JsonNode) });
}

/// <summary>The evidence of a profile.</summary>
internal sealed record ProfileDetail(string Profile, string Source)
{
    /// <summary>The peer's own score.</summary>
    public double? Score { get; init; }

    /// <summary>What the peer's parser extracts.</summary>
    public JsonElement? Value { get; init; }
}
