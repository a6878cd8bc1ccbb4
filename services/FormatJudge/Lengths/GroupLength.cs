using System.Text.Json;
using Judges.Format.Profiles;
using Judges.Format.Profiles.OpenR1;
using Judges.Hosting;

namespace Judges.Format.Lengths;

/// <summary>The responses to one prompt, to be compared by their length.</summary>
internal sealed record GroupLengthRequest
{
    /// <summary><c>tokens</c>, <c>characters</c>, <c>graphemes</c> or <c>words</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether each response is right.</summary>
    public required IReadOnlyList<bool> Correct { get; init; }

    /// <summary>The responses, unless the unit is tokens.</summary>
    public IReadOnlyList<string>? Responses { get; init; }

    /// <summary>How many tokens each response has, where the unit is tokens.</summary>
    public IReadOnlyList<int>? Tokens { get; init; }

    public string? Defect() => Measures.Unit(Unit) switch
    {
        null => "`unit` must be tokens, characters, graphemes or words",
        LengthUnit.Tokens when Tokens is null => "`tokens` must list how many tokens each response has",
        not LengthUnit.Tokens when Responses is null => "`responses` must list the responses",
        _ when Correct.Count is 0 or > 4096 => "`correct` must hold 1 to 4096 values",
        var unit when (unit is LengthUnit.Tokens ? Tokens!.Count : Responses!.Count) != Correct.Count => "`correct` must have one value for each response",
        _ when Responses?.Any(static text => text is null) is true => "`responses` must hold strings",
        _ when Tokens?.Any(static count => count < 0) is true => "`tokens` must be from 0 up",
        _ => null,
    };
}

/// <summary>What each response of the group earns.</summary>
/// <param name="Unit">What the lengths are counted in.</param>
/// <param name="Lengths">How long each is.</param>
/// <param name="Scores">Kimi k1.5: λ = ½ − (length − shortest) ÷ (longest − shortest) where it is right, min(0, λ) where it is wrong; 0 where all are equally long.</param>
/// <param name="Rewards">Score + ½, in [0, 1].</param>
internal sealed record GroupLengths(string Unit, IReadOnlyList<int> Lengths, IReadOnlyList<double> Scores, IReadOnlyList<double> Rewards);

/// <summary><c>POST /v1/judge/format/group-length</c>: rewards that only a whole group has.</summary>
internal static class GroupLength
{
    public static GroupLengths Of(GroupLengthRequest request)
    {
        var unit = Measures.Unit(request.Unit)!.Value;
        var lengths = unit is LengthUnit.Tokens ? request.Tokens!
            : [.. request.Responses!.Select(text => TextUnits.Count(new ProfileSample(text, ProfileParams.None), unit))];
        var scores = OpenR1Length.Score(lengths, request.Correct);
        return new(request.Unit, lengths, scores, [.. scores.Select(static score => score + 0.5)]);
    }

    /// <summary>One group, or an array of them.</summary>
    public static IEndpointConventionBuilder MapGroupLength(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapOneOrMany(
                $"/v1/judge/{JudgeNames.Format}/group-length", FormatJson.Default.GroupLengthRequest, FormatJson.Default.GroupLengths,
                static request => request.Defect() is { } defect ? throw new JsonException(defect) : Of(request),
                "The group was not judged")
            .WithSummary("Reward the responses of one group by their length relative to the group")
            .WithTags("judge");
}
