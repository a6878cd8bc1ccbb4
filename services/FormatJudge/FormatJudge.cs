using System.Text.Json;
using Judges.Format.Language;
using Judges.Format.Profiles;
using Judges.Hosting;

namespace Judges.Format;

/// <summary>Says whether a response has the structure that a template describes: exactly, in linear time, the same on every machine.</summary>
public sealed class FormatJudge : IJudge<GradeFormat>
{
    public string Name => JudgeNames.Format;

    public string Version { get; } = typeof(FormatJudge).Assembly.GetName().Version!.ToString(3);

    public ValueTask<Verdict> Grade(GradeFormat request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Grade(request));
    }

    private Verdict Grade(GradeFormat request)
    {
        if (request.Profile is { } name)
            return GradeProfile(request, name);
        if (!FormatTemplates.All.TryGetValue(request.Template, out var template))
            return Refuse($"unknown template `{request.Template}`: there are {string.Join(", ", FormatTemplates.All.Keys.Order(StringComparer.Ordinal))}");
        var (target, fault) = LanguageTarget.Of(request);
        if (fault is not null)
            return Refuse(fault);
        var grading = FormatGrading.Of(request.Response, template, request.FinishReason);
        var reward = request.Credit is FormatCredit.Checks || grading.Valid ? grading.Partial : 0;
        if (target is null)
            return Verdict(grading.Valid ? Outcome.Accepted : Outcome.Malformed, reward, grading.ToJson());
        var language = LanguageGrading.Of(grading.Response, target, request.Prompt, request.LanguageReward);
        var outcome = (grading.Valid, language.Score) switch
        {
            (true, 1) => Outcome.Accepted,
            (true, > 0) => Outcome.PartiallyCorrect,
            _ => Outcome.Malformed,
        };
        return Verdict(outcome, reward * language.Score, grading.ToJson(language));
    }

    private Verdict GradeProfile(GradeFormat request, string name)
    {
        if (!FormatProfiles.All.TryGetValue(name, out var profile))
            return Refuse($"unknown profile `{name}`: there are {string.Join(", ", FormatProfiles.All.Keys.Order(StringComparer.Ordinal))}");
        try
        {
            var grading = ProfileGrading.Of(profile, request);
            return Verdict(grading.Outcome, grading.Reward, JsonSerializer.SerializeToElement(grading.Detail, FormatJson.Default.ProfileDetail));
        }
        catch (ProfileException fault)
        {
            return Refuse(fault.Message);
        }
    }

    // Not the model's fault: no reward, so that nobody learns from a mistake in the request.
    private Verdict Refuse(string reason) =>
        Verdict(Outcome.JudgeError, null, JsonSerializer.SerializeToElement(new FaultDetail(reason), FormatJson.Default.FaultDetail));

    private Verdict Verdict(Outcome outcome, double? reward, JsonElement detail) => new()
    {
        Judge = Name,
        Outcome = outcome,
        Reward = reward,
        Detail = detail,
        JudgeVersion = Version,
    };
}
