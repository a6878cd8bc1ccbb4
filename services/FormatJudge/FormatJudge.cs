using System.Text.Json;
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
        if (!FormatTemplates.All.TryGetValue(request.Template, out var template))
            return Refuse($"unknown template `{request.Template}`: there are {string.Join(", ", FormatTemplates.All.Keys.Order(StringComparer.Ordinal))}");
        if (request.Language is not null)
            return Refuse("language consistency is not available in this version: leave `language` out");
        var grading = FormatGrading.Of(request.Response, template, request.FinishReason);
        var reward = request.Credit is FormatCredit.Checks || grading.Valid ? grading.Partial : 0;
        return Verdict(grading.Valid ? Outcome.Accepted : Outcome.Malformed, reward, grading.ToJson());
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
